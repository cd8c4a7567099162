import { expect, test } from 'vitest'
import { runMatching } from '../../../src/features/runs/queue/run.ts'
import { anAccount } from '../../support/accounts.ts'
import { sessionCookie, useOpenSite } from '../../support/app.ts'
import {
  checkAccessibility,
  listenForComplaints,
  overflow,
  picture,
  useBrowser,
} from '../../support/browser.ts'
import { useHouse } from '../../support/house.ts'
import { aMentee, aProgramme, aRun, readyPair } from '../../support/people.ts'
import { takenByAnother, leaseOver, work } from '../../support/duties.ts'

const house = useHouse()
const { site, address } = await useOpenSite(house)
const browser = useBrowser()

/** As if another process worked the run and had just stored how far it is. */
async function workedElsewhere(id: string, at: { phase: string; percent: number }): Promise<void> {
  await takenByAnother(house, 'run')
  await house.db
    .updateTable('matchRun')
    .set({ state: 'running', ...at })
    .where('id', '=', id)
    .execute()
}

test('a coordinator who waits for a large run sees its steps, and then its result', async () => {
  const { coordinator } = await aProgramme(house)
  await readyPair(house)
  const command = { objective: 'coverage' } as const
  const id = await runMatching(house.ctx(coordinator), '0461', command, { atOnce: 0 })
  const page = await browser.desktop()
  const complaints = listenForComplaints(page)
  const session = await site.enter(await anAccount(house))
  await page.context().addCookies([{ name: sessionCookie, value: session, url: address }])
  await page.goto(`${address}/runs/${id}`)
  const status = page.getByRole('status')
  expect(await status.innerText()).toBe('Søgningen venter på at begynde.')
  // A reload would reset this.
  await page.evaluate('window.isSame = true')

  await workedElsewhere(id, { phase: 'score', percent: 12 })
  await status.getByText(/Trin 2 af 5: .Ser på alle mulige par/).waitFor()
  expect(await status.innerText()).toContain('12 % er gjort')
  expect(await checkAccessibility(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await picture(page, 'run-in-progress')
  await workedElsewhere(id, { phase: 'solve', percent: 60 })
  await status.getByText(/Trin 3 af 5: .Finder den bedste fordeling/).waitFor()
  expect(await page.locator('progress').getAttribute('value')).toBe('60')
  expect(await page.evaluate('window.isSame')).toBe(true)

  await workedElsewhere(id, { phase: 'verify', percent: 99 })
  await leaseOver(house, 'run')
  await work(house, ['run'])
  await page.getByRole('heading', { name: 'Hvad står oftest i vejen?' }).waitFor()
  expect(await checkAccessibility(page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await picture(page, 'run-done')
  expect(complaints).toEqual([])
})

test('a coordinator reads on a phone why thirty-two people have no mentor, also in Arabic', async () => {
  const { coordinator } = await aProgramme(house)
  await readyPair(house)
  const hours = [{ day: 7, from: '09:00', to: '12:00' }]
  for (let n = 0; n < 32; n++) await aMentee(house, { hours })
  const { id } = await aRun(house, coordinator)
  const session = await site.enter(await anAccount(house))
  const page = await browser.phone()
  await page.context().addCookies([{ name: sessionCookie, value: session, url: address }])
  for (const [lang, next] of [
    ['da', 'Næste'],
    ['ar', 'التالي'],
  ] as const) {
    await page.goto(`${address}/runs/${id}?lang=${lang}`)
    await page.locator(`a[href="/runs/${id}/unmatched"]`).click()
    expect(await page.locator('main li.panel').count()).toBe(30)
    expect(await checkAccessibility(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await picture(page, `run-unmatched-${lang}`)
    await page.getByRole('link', { name: next }).click()
    await page.waitForURL(/page=2$/)
    expect(await page.locator('main li.panel').count()).toBe(2)
    await picture(page, `run-unmatched-last-${lang}`)
  }
})
