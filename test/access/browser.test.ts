import { expect, test } from 'vitest'
import { openSetUp } from '../../src/features/accounts/open-set-up.ts'
import { useOpenSite } from '../support/app.ts'
import { checkAccessibility, listenForComplaints, useBrowser } from '../support/browser.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()
const { address } = await useOpenSite(house)
const browser = useBrowser()

test('the first administrator sets up, opens a programme, signs out and comes back', async () => {
  const page = await browser.phone({ locale: 'da-DK' })
  const complaints = listenForComplaints(page)
  const submit = () => page.click('main form button[type=submit]')

  await page.goto(`${address}/set-up/${await openSetUp(house.ctx())}`)
  expect(await checkAccessibility(page)).toEqual([])
  await page.fill('[name=name]', 'Ada Administrator')
  await page.fill('[name=email]', 'ada@example.dk')
  await page.fill('[name=password]', 'tre høje graner bag skolen')
  await submit()
  await page.waitForURL('**/administration')
  expect(await checkAccessibility(page)).toEqual([])

  await page.click('text=Åbn et forløb')
  await page.selectOption('[name=municipality]', '0461')
  await page.fill('[name=name]', 'Mentor-match i Odense')
  expect(await checkAccessibility(page)).toEqual([])
  await submit()
  await page.waitForURL('**/administration')
  expect(await page.textContent('main')).toContain('Mentor-match i Odense')

  await page.click('text=Log ud')
  await page.waitForURL(`${address}/`)
  await page.goto(`${address}/administration`)
  await page.waitForURL('**/sign-in?next=%2Fadministration')
  expect(await checkAccessibility(page)).toEqual([])
  await page.fill('[name=email]', 'ada@example.dk')
  await page.fill('[name=password]', 'tre høje graner bag skolen')
  await submit()
  await page.waitForURL('**/administration')
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
})

test('the API reference works under the content security policy of all pages', async () => {
  const page = await browser.desktop()
  const complaints = listenForComplaints(page)
  await page.goto(`${address}/api/docs/`)
  await page.waitForSelector('.opblock')
  // One decoration of the page uses an inline style, which is blocked.
  expect(complaints.filter((complaint) => !complaint.startsWith('Applying inline style'))).toEqual(
    [],
  )
})
