import { expect, test } from 'vitest'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import {
  checkAccessibility,
  listenForComplaints,
  overflow,
  useBrowser,
} from '../../support/browser.ts'
import { useHouse } from '../../support/house.ts'
import { useIssuer } from '../../support/issuer.ts'
import { freePort } from '../../support/port.ts'

const house = useHouse()
const port = await freePort()
const address = `http://localhost:${port}`
// A numeric address: for the browser another site than localhost.
const issuer = useIssuer(`${address}/sign-in/oidc/callback`, await freePort())
const site = useSite(house, {
  PORT: String(port),
  OIDC_ISSUER: issuer.address,
  OIDC_CLIENT_ID: issuer.client.id,
  OIDC_CLIENT_SECRET: issuer.client.secret,
  OIDC_NAME: 'Odense Kommune',
})
const browser = useBrowser()

test('a colleague signs in and confirms through the municipality’s sign-in', async () => {
  const email = 'karen@odense.example'
  issuer.employee = { id: 'karen', email, email_verified: true }
  await anAccount(house, { email })
  await site.app.listen({ port, host: '127.0.0.1' })
  const page = await browser.phone({ locale: 'da-DK' })
  const complaints = listenForComplaints(page)

  await page.goto(`${address}/programme`)
  expect(await checkAccessibility(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await page.click('form[action="/sign-in/oidc"] button')
  await page.waitForURL(`${issuer.address}/interaction/**`)
  await page.click('button')
  await page.waitForURL(`${address}/programme`)
  expect(await page.textContent('header')).toContain('Log ud')

  house.clock.advance({ minutes: 6 })
  await page.goto(`${address}/confirm?next=/tokens`)
  expect(await checkAccessibility(page)).toEqual([])
  await page.click('form[action="/confirm/oidc"] button')
  await page.waitForURL(`${issuer.address}/interaction/**`)
  await page.click('button')
  await page.waitForURL(`${address}/tokens`)
  await page.fill('[name=name]', 'Power BI')
  await page.click('main form[action="/tokens"] button')
  expect(await page.textContent('main')).toContain('curl -H')

  await page.click('text=Log ud')
  await page.waitForURL(`${issuer.address}/session/end**`)
  await page.click('button[name=logout]')
  await page.waitForURL(`${address}/`)
  await page.goto(`${address}/programme`)
  await page.waitForURL('**/sign-in?next=%2Fprogramme')
  // The issuer's session has ended too: the next user must identify themselves.
  await page.click('form[action="/sign-in/oidc"] button')
  await page.waitForURL(`${issuer.address}/interaction/**`)
  expect(complaints).toEqual([])
})
