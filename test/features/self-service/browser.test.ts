import { expect, test } from 'vitest'
import { useOpenSite } from '../../support/app.ts'
import {
  checkAccessibility,
  listenForComplaints,
  overflow,
  useBrowser,
} from '../../support/browser.ts'
import { useHouse } from '../../support/house.ts'
import { aMentee, aProgramme, linkIn, writeMails } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const { address } = await useOpenSite(house)
const browser = useBrowser()

test('a person requests a link at a library computer, and opens it on a phone in Arabic', async () => {
  await aProgramme(house)
  await aMentee(house, { email: 'amal@example.dk', name: 'Amal Nasser', locale: 'ar' })
  const library = await browser.desktop({ locale: 'da-DK', javaScriptEnabled: false })
  await library.goto(`${address}/link`)
  await library.fill('[name=email]', 'amal@example.dk')
  await library.click('main form button')
  await library.waitForURL('**/link/sent')
  const word = await library.textContent('main .word')
  const link = linkIn((await writeMails(house))[0]!)

  // The page with the word fits a phone in every language.
  const asking = await browser.phone({ locale: 'da-DK' })
  await asking.goto(`${address}/link`)
  await asking.fill('[name=email]', 'nobody@example.dk')
  await asking.click('main form button')
  for (const lang of oneOf(['da', 'en', 'ar'])) {
    await asking.goto(`${address}/link/sent?lang=${lang}`)
    expect(await asking.locator('main .word').isVisible()).toBe(true)
    expect(await checkAccessibility(asking)).toEqual([])
    expect(await overflow(asking)).toBe(0)
  }

  const phone = await browser.phone({ locale: 'ar' })
  const complaints = listenForComplaints(phone)
  for (const lang of new Set([...oneOf(['da', 'en', 'ar']), 'ar'])) {
    await phone.goto(`${address}${link}?lang=${lang}`)
    expect(await checkAccessibility(phone)).toEqual([])
    expect(await overflow(phone)).toBe(0)
  }
  await phone.fill('[name=word]', 'x')
  await phone.click('main form button')
  expect(await phone.getAttribute('html', 'dir')).toBe('rtl')
  expect(await phone.getAttribute('[name=word]', 'aria-invalid')).toBe('true')
  expect(await phone.evaluate<string>('document.activeElement.className')).toContain(
    'error-summary',
  )
  expect(await checkAccessibility(phone)).toEqual([])
  expect(await overflow(phone)).toBe(0)
  await phone.fill('[name=word]', word!.toLowerCase())
  await phone.click('main form button')
  await phone.goto(`${address}/me`)
  expect(await phone.textContent('main h1')).toContain('Amal')
  expect(complaints.filter((complaint) => !complaint.includes('422'))).toEqual([])
})
