import { join } from 'node:path'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { translate } from '../../src/locales/translate.ts'
import { desktop, launchBrowser, phone } from '../support/browser.ts'
import { startDemo } from '../support/demo.ts'

// Takes the README's pictures from a demo of its own: npm run screenshots.

const folder = join(import.meta.dirname, '../../docs')
const inArabic: BrowserContextOptions = { locale: 'ar', deviceScaleFactor: 2 }
const inDanish: BrowserContextOptions = { locale: 'da', viewport: { width: 1100, height: 850 } }

const demo = await startDemo()
const address = `http://localhost:${demo.port}`
const browser = await launchBrowser()
try {
  const visitor = await phone(browser, inArabic)
  await visitor.goto(`${address}/mentee`)
  await save(visitor, 'registration-arabic')

  const coordinator = await desktop(browser, inDanish)
  await enter(coordinator, 'coordinator')
  await coordinator.goto(`${address}/proposals`)
  await press(coordinator, 'proposals.run.button')
  await coordinator.getByText(/^Bevist bedst/).waitFor()
  await save(coordinator, 'queue-danish')

  const mentee = await phone(browser, inArabic)
  await enter(mentee, 'mentee')
  const greeting = await mentee.locator('h1').innerText()
  const [firstName] = /[A-Z][a-z]+/.exec(greeting)!
  await coordinator.getByRole('link', { name: firstName }).first().click()
  await press(coordinator, 'proposals.approve')
  await mentee.goto(`${address}/me`)
  await mentee.locator('a[href^="/me/proposals/"]').first().click()
  await save(mentee, 'offer-arabic')
} finally {
  await browser.close()
  await demo.stop()
}

/** Signs in on the demo's own page. */
async function enter(page: Page, role: 'coordinator' | 'mentee'): Promise<void> {
  await page.goto(`${address}/demo`)
  await page.locator(`form[action="/demo/sign-in/${role}"] button`).click()
  await page.locator('main form button').first().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

async function press(page: Page, key: 'proposals.run.button' | 'proposals.approve'): Promise<void> {
  await page.getByRole('button', { name: translate('da')(key) }).click()
}

async function save(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
