import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../../src/app.ts'
import { readConfig } from '../../../src/config.ts'
import {
  checkAccessibility,
  listenForComplaints,
  overflow,
  useBrowser,
} from '../../support/browser.ts'
import { useHouse } from '../../support/house.ts'
import { oneOf } from '../../support/tries.ts'
import { odense } from './odense.ts'

const house = useHouse()
const browser = useBrowser()
let app: FastifyInstance
let report: string

beforeAll(async () => {
  app = await buildApp(house.ctx(), readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent' }))
  app.addHook('onRequest', async (request) => {
    request.actor = {
      kind: 'staff',
      id: '0190f5fe-7c00-7a00-8000-000000000001',
      name: 'Mette',
      role: 'coordinator',
      municipality: '0461',
    }
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  report = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/report`
})
afterAll(() => app?.close())
beforeEach(async () => {
  await odense(house)
})

describe('the report on a phone without scripts', () => {
  const open = async (query: string) => {
    const page = await browser.phone({ javaScriptEnabled: true })
    const complaints = listenForComplaints(page)
    await page.goto(`${report}?${query}`)
    return { page, complaints }
  }

  it.each(
    oneOf([
      ['da', 'internal'],
      ['da', 'public'],
      ['en', 'internal'],
      ['ar', 'internal'],
      ['ar', 'public'],
    ] as const),
  )('can be read in %s, %s', async (lang, audience) => {
    const { page, complaints } = await open(
      `lang=${lang}&from=2026-01-01&to=2027-01-01&audience=${audience}`,
    )
    expect(await overflow(page)).toBe(0)
    expect(await checkAccessibility(page)).toEqual([])
    expect(complaints).toEqual([])
    await keep(page, `${lang}-${audience}`)
  })

  it('shows another period by its form', async () => {
    const page = await browser.phone({ javaScriptEnabled: false })
    await page.goto(report)
    await page.getByLabel('Fra og med').fill('2026-09-01')
    await page.getByLabel('Til', { exact: true }).fill('2026-09-10')
    await page.getByLabel('Andre').check()
    await page.getByRole('button', { name: 'Vis rapporten' }).click()
    expect(await page.locator('.error-summary').textContent()).toContain('hele måneder')
    await page.getByLabel('Til', { exact: true }).fill('2026-10-01')
    await page.getByRole('button', { name: 'Vis rapporten' }).click()
    expect(await page.locator('main').textContent()).toContain('Offentlig udgave')
    expect(await page.locator('main').textContent()).toContain('Der er ikke afholdt matchmøder.')
  })

  it('prints with its mark and without its buttons', async () => {
    const { page } = await open('audience=internal')
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('button', { name: 'Vis rapporten' }).isVisible()).toBe(false)
    expect(await page.getByRole('link', { name: 'Hent som CSV' }).isVisible()).toBe(false)
    expect(await page.locator('.report-watermark').isVisible()).toBe(true)
    await keep(page, 'print')
  })
})

/** Saves a picture if SCREENSHOTS names a folder. */
async function keep(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS
  if (folder) await page.screenshot({ path: `${folder}/report-${name}.png`, fullPage: true })
}
