import { beforeEach, expect, test } from 'vitest'
import { closeMatch } from '../../../src/features/matches/close.ts'
import { measureReport } from '../../../src/features/reports/measure.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aMatch, aProgramme, countRows, type Programme, writeMails } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let matchId: string
let session: string
beforeEach(async () => {
  programme = await aProgramme(house)
  // The question whether to go on has tests of its own.
  await house.db.updateTable('programme').set({ asksToGoOn: false }).execute()
  ;({ matchId } = await aMatch(house))
  house.clock.set('2027-01-08T09:00Z')
  session = await site.enter(await anAccount(house))
  await writeMails(house)
})

const match = () =>
  house.db.selectFrom('match').select(['version', 'state']).executeTakeFirstOrThrow()
const record = async (given: { day: string; minutes?: string; version?: number }) => {
  const { version } = await match()
  const form = { minutes: '90', version: String(version), ...given }
  return site.post(`/matches/${matchId}/meetings`, form as Record<string, string>, session)
}
const day = (text: string) => Temporal.PlainDate.from(text)

test('a meeting that was not planned counts on its day, makes the pair active then, and mails nobody', async () => {
  expect((await site.get(`/matches/${matchId}`, session)).body).toContain('ikke var planlagt')
  expect((await record({ day: '2026-12-15' })).statusCode).toBe(303)
  expect((await match()).state).toBe('active')
  const { activeOn } = await house.db
    .selectFrom('matchEpisode')
    .select('activeOn')
    .executeTakeFirstOrThrow()
  expect(activeOn?.toString()).toBe('2026-12-15')
  expect(await writeMails(house)).toEqual([])
  expect(await house.db.selectFrom('booking').selectAll().execute()).toEqual([])
  const figures = async (from: string, to: string) => {
    const report = { municipality: '0461', from: day(from), to: day(to) }
    const by = house.ctx(programme.coordinator)
    return (await measureReport(by, { ...report, audience: 'internal' })).figures
  }
  // Recorded in January, it belongs to December.
  const december = await figures('2026-12-01', '2027-01-01')
  expect([december.meetings.held, december.matchMeetings]).toEqual([1, 1])
  expect(december.pairs).toEqual({ pairMeetings: 1, hours: 1.5, mentorHours: 1.5 })
  const january = await figures('2027-01-01', '2027-02-01')
  expect([january.meetings.held, january.matchMeetings]).toEqual([0, 0])
})

test.each([
  ['to come', '2027-01-09', 'ikke kommet endnu'],
  ['before the two were a pair', '2026-11-22', 'ikke et par'],
  ['that does not exist', '2026-02-30', ''],
])('a day %s is refused, and what was typed stays', async (_, wrong, said) => {
  const before = await countRows(house)
  const refused = await record({ day: wrong, minutes: '45' })
  expect(refused.statusCode).toBe(422)
  expect(await validateHtml(refused.body)).toEqual([])
  expect(refused.body).toContain(`value="${wrong}"`)
  expect(refused.body).toContain('value="45"')
  expect(refused.body).toContain(said)
  expect(await countRows(house)).toEqual(before)
})

test('a second meeting on a day, and one about a match that has changed, are refused', async () => {
  expect((await record({ day: '2026-12-15' })).statusCode).toBe(303)
  expect((await record({ day: '2026-12-15' })).statusCode).toBe(409)
  expect((await record({ day: '2026-12-16', version: 1 })).statusCode).toBe(409)
})

test('a meeting of a pair that is over is recorded by a program, up to its last day', async () => {
  await closeMatch(house.ctx(), matchId, { side: 'coordinator', reasons: ['moved'] })
  house.clock.set('2027-01-20T09:00Z')
  const client = await aClient(house, site, programme.coordinator)
  const { version } = await match()
  const send = (on: string) =>
    client.post(`/matches/${matchId}/meetings`, { version, day: on, minutes: 60 })
  const late = await send('2027-01-09')
  expect([late.statusCode, late.json().errors]).toMatchObject([422, [{ pointer: '/day' }]])
  expect((await send('2027-01-07')).statusCode).toBe(204)
  expect((await match()).state).toBe('closed')
})
