import { beforeEach, describe, expect, test } from 'vitest'
import { askClosure } from '../../../src/features/matches/closing/ask-closure.ts'
import { confirmClosure } from '../../../src/features/matches/closing/confirm-closure.ts'
import { reopenMatch } from '../../../src/features/matches/closing/reopen.ts'
import { endMatches } from '../../../src/features/matches/end.ts'
import { ConfirmClosure } from '../../../src/features/matches/schema.ts'
import { moveMatch } from '../../../src/features/matches/transitions/move-match.ts'
import { pauseMatch } from '../../../src/features/matches/transitions/pause.ts'
import { resumeMatch, resumeMatches } from '../../../src/features/matches/transitions/resume.ts'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { exportPerson } from '../../../src/features/privacy/export-person.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateMailHtml } from '../../support/html.ts'
import {
  aMatch,
  aMeeting,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  countRows,
  type Party,
  type Programme,
  stateOf,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let pair: Awaited<ReturnType<typeof aMeeting>>
beforeEach(async () => {
  programme = await aProgramme(house)
  pair = await aMeeting(house, programme)
  await writeMails(house)
})

const by = () => house.ctx(programme.coordinator)
const asPerson = ({ personId }: Party) =>
  house.ctx({ kind: 'person', id: personId, municipality: '0461' })
const match = () =>
  house.db.selectFrom('match').selectAll().where('id', '=', pair.matchId).executeTakeFirstOrThrow()
const episodes = () => house.db.selectFrom('matchEpisode').selectAll().orderBy('number').execute()
const day = (text: string) => Temporal.PlainDate.from(text)

/** The coordinator confirms what is asked, unless told otherwise as it stands. */
async function confirm(given: object = {}) {
  const { version } = await match()
  const kind = (await episodes()).at(-1)!.activeOn === null ? 'never_started' : 'completed'
  const command = { version, kind, reasons: ['goal_reached'], ...given }
  await confirmClosure(by(), pair.matchId, ConfirmClosure.parse(command))
}

const ask = (side: 'mentor' | 'mentee', reasons = ['no_time', 'personal'] as const) =>
  askClosure(asPerson(pair[side]), pair.matchId, { side, reasons })

describe('closing a match', () => {
  test('one asks, a coordinator confirms, and everything about it ends at once', async () => {
    await moveMatch(by(), pair.matchId, { kind: 'activated' })
    await ask('mentee')
    expect((await match()).state).toBe('closing')
    expect(await writeMails(house)).toEqual([])
    const task = await house.db.selectFrom('task').selectAll().executeTakeFirstOrThrow()
    expect(task).toMatchObject({ kind: 'closure_asked', matchId: pair.matchId, doneAt: null })
    house.clock.advance({ hours: 5 })
    await confirm({ kind: 'ended_early', reasons: ['no_time'], goals: 'partly' })
    expect((await match()).state).toBe('closed')
    expect((await episodes())[0]).toMatchObject({
      kind: 'ended_early',
      closedBy: 'mentee',
      reasons: ['no_time'],
      goals: 'partly',
      closedOn: day('2026-11-23'),
      closedRecordedAt: house.clock.now(),
    })
    expect(await stateOf(house, pair.mentee.enrolmentId)).toBe('ready')
    const meeting = await house.db.selectFrom('meeting').select('state').executeTakeFirstOrThrow()
    expect(meeting.state).toBe('cancelled')
    const done = await house.db.selectFrom('task').select('doneBy').executeTakeFirstOrThrow()
    expect(done.doneBy).toBe('system')
    // The mentor's place is free.
    await anOffer(house, { mentor: pair.mentor, mentee: await aMentee(house) })
  })

  test('the mentee may leave the programme with it', async () => {
    await ask('mentee')
    await confirm({ mentee: 'left' })
    expect(await stateOf(house, pair.mentee.enrolmentId)).toBe('left')
    expect(await stateOf(house, pair.mentor.enrolmentId)).toBe('ready')
  })

  test.each([
    ['a pair that never met did not complete', { kind: 'completed' }, '/kind', 'choice'],
    ['tomorrow', { closedOn: '2026-11-24' }, '/closedOn', 'future'],
    ['before there was a pair', { closedOn: '2026-11-22' }, '/closedOn', 'noPair'],
  ])('is refused: %s', async (_, given, pointer, code) => {
    await ask('mentor')
    const before = await countRows(house)
    await expect(confirm(given)).rejects.toMatchObject({ fields: [{ pointer, code }] })
    expect(await countRows(house)).toEqual(before)
    expect((await match()).state).toBe('closing')
  })

  test('is refused before somebody asked, and of a version that has moved', async () => {
    await expect(confirm()).rejects.toMatchObject({ type: 'state-conflict', state: 'accepted' })
    await ask('mentor')
    const { version } = await match()
    await ask('mentee')
    await expect(confirm({ version })).rejects.toMatchObject({ type: 'stale', state: 'closing' })
  })

  test('can be asked by both, each once, and only by the two themselves', async () => {
    await ask('mentor')
    await ask('mentor')
    await ask('mentee')
    const asked = await house.db
      .selectFrom('matchEvent')
      .select('side')
      .where('kind', '=', 'closing')
      .orderBy('id')
      .execute()
    expect(asked).toEqual([{ side: 'mentor' }, { side: 'mentee' }])
    expect((await episodes())[0]?.closingBy).toBe('mentor')
    const other = await aMatch(house)
    const foreign = askClosure(asPerson(other.mentor), pair.matchId, {
      ...{ side: 'mentor', reasons: ['safety'] },
    })
    await expect(foreign).rejects.toMatchObject({ type: 'not-found' })
    const asOther = askClosure(asPerson(pair.mentee), pair.matchId, {
      ...{ side: 'mentor', reasons: ['safety'] },
    })
    await expect(asOther).rejects.toMatchObject({ type: 'not-found' })
  })

  test('can be taken back: the pair goes on as it was', async () => {
    await moveMatch(by(), pair.matchId, { kind: 'activated' })
    await ask('mentor')
    await resumeMatch(by(), pair.matchId)
    expect((await match()).state).toBe('active')
    expect((await episodes())[0]?.closingBy).toBe(null)
    const open = await house.db
      .selectFrom('task')
      .select('id')
      .where('doneAt', 'is', null)
      .execute()
    expect(open).toEqual([])
  })
})

/** Each mail has a link of its own by which its reader reports a concern. */
const withoutLinks = (text: string) => text.replace(/\/concern\/[\w-]+/g, '/concern')

describe('why a match ended', () => {
  const reason = 'repeated_no_show'

  test.each(['mentor', 'mentee'] as const)(
    'never reaches the other when the %s asks: not by mail, own page, export or record',
    async (side) => {
      const other = pair[side === 'mentor' ? 'mentee' : 'mentor']
      const session = await site.enter({ personId: other.personId })
      const own = async () => (await site.get('/me', session)).body
      // Form tokens change with every page.
      const shown = async () => (await own()).replace(/name="_form" value="[^"]*"/g, '')
      const before = await shown()
      await askClosure(asPerson(pair[side]), pair.matchId, { side, reasons: [reason] })
      expect(await shown()).toBe(before)
      expect(await writeMails(house)).toEqual([])
      await confirm({ reasons: [reason] })
      const told = await writeMails(house)
      const texts = (personId: string) =>
        told
          .filter((mail) => mail.personId === personId)
          .map(({ subject, text }) => subject + withoutLinks(text).replace(/Mette|Amal/g, 'N.'))
      // Both read the same words, but for the names.
      expect(texts(pair.mentor.personId)).toEqual(texts(pair.mentee.personId))
      expect(texts(other.personId).length).toBeGreaterThan(0)
      for (const { html } of told) expect(await validateMailHtml(html)).toEqual([])
      const exported = JSON.stringify(await exportPerson(house.ctx(), other.personId))
      for (const telling of [reason, 'closing', 'closed_by', pair[side].personId])
        expect(exported).not.toContain(telling)
      const rows = await exportPerson(house.ctx(), other.personId)
      expect(rows.access_log).not.toContainEqual(expect.objectContaining({ by: 'person' }))
      expect(rows.match_episode).toHaveLength(1)
      for (const page of [await own(), JSON.stringify(told)]) expect(page).not.toContain(reason)
      const asker = JSON.stringify(await exportPerson(house.ctx(), pair[side].personId))
      expect(asker).toContain(reason)
    },
  )
})

describe('pausing a match', () => {
  test('until a day ends by itself that night, and as it was before', async () => {
    await pauseMatch(by(), pair.matchId, { until: day('2026-12-01'), version: 1 })
    expect(await match()).toMatchObject({ state: 'paused', pausedUntil: day('2026-12-01') })
    await pauseMatch(by(), pair.matchId, { until: day('2026-12-02') })
    house.clock.set('2026-12-01T04:00:00Z')
    await resumeMatches(house.ctx())
    expect((await match()).state).toBe('paused')
    house.clock.set('2026-12-02T04:00:00Z')
    await resumeMatches(house.ctx())
    await resumeMatches(house.ctx())
    expect(await match()).toMatchObject({ state: 'accepted', pausedUntil: null, version: 4 })
  })

  test('without an end waits for somebody', async () => {
    await moveMatch(by(), pair.matchId, { kind: 'activated' })
    await pauseMatch(by(), pair.matchId)
    house.clock.advance({ days: 400 })
    await resumeMatches(house.ctx())
    expect((await match()).state).toBe('paused')
    await resumeMatch(by(), pair.matchId)
    expect((await match()).state).toBe('active')
  })

  test.each(['2026-11-22', '2026-11-23'])('refuses %s', async (until) => {
    await expect(pauseMatch(by(), pair.matchId, { until: day(until) })).rejects.toMatchObject({
      fields: [{ pointer: '/until', code: 'past' }],
    })
  })
})

describe('opening a match again', () => {
  const close = async () => {
    await ask('mentor')
    await confirm({ reasons: ['moved'] })
    house.clock.advance({ days: 30 })
    await writeMails(house)
  }

  test('begins a new episode, tells both, and leaves the first as it was', async () => {
    await close()
    const before = await episodes()
    const { version } = await match()
    await reopenMatch(by(), pair.matchId, { version })
    const after = await episodes()
    expect(after.slice(0, 1)).toEqual(before)
    expect(after[1]).toMatchObject({ number: 2, openedOn: day('2026-12-23'), closedOn: null })
    expect((await match()).state).toBe('accepted')
    expect(await stateOf(house, pair.mentee.enrolmentId)).toBe('matched')
    const told = await writeMails(house)
    expect(told.map(({ personId }) => personId).sort()).toEqual(
      [pair.mentor.personId, pair.mentee.personId].sort(),
    )
    expect(told[0]?.text).toContain('I er et makkerpar igen')
    await endMatches(by(), pair.mentor.enrolmentId)
    expect((await episodes())[0]).toEqual(before[0])
  })

  test('is refused when a place is lacking, somebody is not ready, or it is open', async () => {
    await expect(reopenMatch(by(), pair.matchId)).rejects.toMatchObject({
      ...{ type: 'state-conflict', state: 'accepted' },
    })
    await close()
    const third = await anOffer(house, { mentor: pair.mentor, mentee: await aMentee(house) })
    await expect(reopenMatch(by(), pair.matchId)).rejects.toMatchObject({ type: 'no-capacity' })
    await moveByHand(by(), third.mentee.enrolmentId, { to: 'left', reason: 'x' })
    const busy = await aMatch(house, { mentor: await aMentor(house), mentee: pair.mentee })
    await expect(reopenMatch(by(), pair.matchId)).rejects.toMatchObject({
      ...{ type: 'state-conflict', state: 'matched' },
    })
    await endMatches(by(), busy.mentor.enrolmentId)
    await reopenMatch(by(), pair.matchId)
    expect((await match()).state).toBe('accepted')
  })
})
