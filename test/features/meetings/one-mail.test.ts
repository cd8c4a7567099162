import ICAL from 'ical.js'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Context, transact } from '../../../src/context.ts'
import { haltPair } from '../../../src/features/concerns/halt-meetings.ts'
import { printLetters } from '../../../src/features/letters/print-letters.ts'
import { listDue } from '../../../src/features/letters/sql.ts'
import { closeMatch } from '../../../src/features/matches/close.ts'
import { pauseMatch } from '../../../src/features/matches/transitions/pause.ts'
import { moveMeeting } from '../../../src/features/meetings/changes/move.ts'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { withdrawConsent } from '../../../src/features/privacy/withdraw-consent.ts'
import type { Message } from '../../../src/mail/message.ts'
import { sendMails } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { aMatch, aMentee, aMentor, aProgramme, type Programme } from '../../support/people.ts'
import { drawn, tries } from '../../support/tries.ts'

const house = useHouse()
let programme: Programme
let pair: Awaited<ReturnType<typeof aMatch>>
let ctx: Context
beforeEach(async () => {
  programme = await aProgramme(house)
  ctx = house.ctx(programme.coordinator)
  pair = await aMatch(house, {
    mentor: await aMentor(house, { name: 'Hanne Kanarie', capacity: 3 }),
    mentee: await aMentee(house, { name: 'Amina Kanarie' }),
  })
})

/** Two within five days, and two later. */
const times = ['2026-11-25T13:00', '2026-11-26T13:00', '2026-12-02T13:00', '2026-12-03T13:00']

async function plan(localStart: string, { matchId } = pair): Promise<string> {
  const startsAt = Temporal.PlainDateTime.from(localStart).toZonedDateTime('Europe/Copenhagen')
  return planMeeting(ctx, {
    ...{ matchIds: [matchId], siteId: programme.siteId, minutes: 60 },
    startsAt: startsAt.toInstant(),
  })
}

type Mail = { personId: string | null; kind: string; message: Message }

/** The mails that left within half an hour, each when it was due. */
async function halfAnHour(): Promise<Mail[]> {
  const before = new Set((await leftMails()).map(({ id }) => id))
  for (let minute = 0; minute <= 30; minute += 5) {
    await sendMails(house)
    house.clock.advance({ minutes: 5 })
  }
  return (await leftMails())
    .filter(({ id }) => !before.has(id))
    .map(({ personId, kind, content }) => ({ personId, kind, message: content as never }))
}
const leftMails = () =>
  house.db
    .selectFrom('mail')
    .select(['id', 'personId', 'kind', 'content'])
    .where('state', '=', 'kept')
    .orderBy('handledAt')
    .orderBy('id')
    .execute()

/** What the calendar files of a mail say: what to do, with which entry, in which version of when. */
function entriesOf({ message }: Mail) {
  return message.calendars.map(({ content }) => {
    const calendar = new ICAL.Component(ICAL.parse(content))
    const event = calendar.getFirstSubcomponent('vevent')!
    const value = (name: string) => String(event.getFirstPropertyValue(name))
    return {
      method: String(calendar.getFirstPropertyValue('method')),
      uid: value('uid'),
      sequence: Number(value('sequence')),
      stamp: value('dtstamp'),
      start: value('dtstart'),
    }
  })
}

/** What ends or halts the meetings of a pair, and the one mail that each of the two gets. */
const endings: Record<
  string,
  { act: () => Promise<unknown>; mentee: string; mentor: string | null; reason: string }
> = {
  'a coordinator closes the pair': {
    act: () => closeMatch(ctx, pair.matchId, { side: 'coordinator', reasons: ['no_time'] }),
    ...{ mentee: 'match-closed', mentor: 'match-closed', reason: 'match_ended' },
  },
  'a coordinator pauses the pair': {
    act: () => pauseMatch(ctx, pair.matchId),
    ...{ mentee: 'match-paused', mentor: 'match-paused', reason: 'match_paused' },
  },
  'the mentor is suspended': {
    act: () => moveByHand(ctx, pair.mentor.enrolmentId, { to: 'suspended', reason: 'Kanarie' }),
    ...{ mentee: 'meeting-cancelled', mentor: 'meeting-cancelled', reason: 'person_suspended' },
  },
  'the mentor pauses, and the pair with them': {
    act: () => moveByHand(ctx, pair.mentor.enrolmentId, { to: 'paused', pair: 'paused' }),
    ...{ mentee: 'match-paused', mentor: 'meeting-cancelled', reason: 'match_paused' },
  },
  'the mentor pauses, and the pair ends': {
    act: () => moveByHand(ctx, pair.mentor.enrolmentId, { to: 'paused', pair: 'ended' }),
    ...{ mentee: 'match-closed', mentor: 'meeting-cancelled', reason: 'match_ended' },
  },
  'the mentor withdraws the consent to be matched': {
    act: () =>
      withdrawConsent(ctx, pair.mentor.personId, {
        ...{ purpose: 'matching', way: 'in-person', pair: 'paused' },
      }),
    ...{ mentee: 'match-paused', mentor: 'meeting-cancelled', reason: 'match_paused' },
  },
  'the mentor leaves': {
    act: () => moveByHand(ctx, pair.mentor.enrolmentId, { to: 'left', reason: 'Kanarie' }),
    ...{ mentee: 'match-closed', mentor: 'meeting-cancelled', reason: 'match_ended' },
  },
  'the mentor is erased': {
    act: () => erasePerson(ctx, pair.mentor.enrolmentId),
    ...{ mentee: 'match-closed', mentor: null, reason: 'match_ended' },
  },
  'the meetings are halted because of a concern': {
    act: () => transact(house.ctx(), (ctx) => haltPair(ctx, pair.matchId)),
    ...{ mentee: 'meeting-cancelled', mentor: 'meeting-cancelled', reason: 'match_paused' },
  },
}

describe.each(drawn(Object.entries(endings), 3))('when %s', (_, { act, ...expected }) => {
  test.each([4, 1].slice(0, tries(2, 1)))(
    'each is told by one mail that takes %i meetings out of the calendar',
    async (count) => {
      for (const time of times.slice(0, count)) await plan(time)
      const invited = await halfAnHour()
      const endedAt = house.clock.now()
      await act()
      const told = await halfAnHour()
      const meetings = await house.db.selectFrom('meeting').select('cancelledReason').execute()
      expect(new Set(meetings.map(({ cancelledReason }) => cancelledReason))).toEqual(
        new Set([expected.reason]),
      )
      const readers = [
        [pair.mentee.personId, expected.mentee],
        ...(expected.mentor === null ? [] : [[pair.mentor.personId, expected.mentor]]),
      ]
      expect(told.map(({ personId, kind }) => [personId, kind]).sort()).toEqual(readers.sort())
      for (const mail of told) {
        const known = invited
          .filter(({ personId }) => personId === mail.personId)
          .flatMap(entriesOf)
        expect(known).toHaveLength(count)
        const stamp = endedAt.toString()
        expect(entriesOf(mail)).toEqual(
          known
            .toSorted((a, b) => a.start.localeCompare(b.start))
            .map((entry) => ({ ...entry, method: 'CANCEL', sequence: entry.sequence + 1, stamp })),
        )
        const { html, text, subject } = mail.message
        expect(text.match(/Vollsmose Bibliotek, Vollsmose Allé 14/g)).toHaveLength(count)
        const words = [html, text, subject, ...mail.message.calendars.map((file) => file.content)]
        expect(words.join('\n').replace(/^ATTENDEE.*(\r\n .*)*/gm, '')).not.toMatch(
          /kanarie|suspender|samtykke|slettet|bekymring|no_time|ikke tid/i,
        )
      }
    },
  )
})

describe('a reader who was not invited yet', () => {
  test('is not told of meetings when their mentor is suspended', async () => {
    for (const time of times) await plan(time)
    await endings['the mentor is suspended']!.act()
    expect(await halfAnHour()).toEqual([])
  })

  test('is told that the pair ended, and of no meeting', async () => {
    for (const time of times) await plan(time)
    await endings['the mentor leaves']!.act()
    const told = await halfAnHour()
    expect(told.map(({ kind, personId }) => [kind, personId])).toEqual([
      ['match-closed', pair.mentee.personId],
    ])
    expect(told.flatMap(entriesOf)).toEqual([])
    expect(told[0]!.message.text).not.toContain('Vollsmose Bibliotek')
  })
})

describe('a mentee without e-mail', () => {
  beforeEach(async () => {
    const { personId } = pair.mentee
    await house.db
      .updateTable('person')
      .set({ email: null, channel: 'letter', phone: '+4512345678' })
      .where('id', '=', personId)
      .execute()
  })
  const letters = async () =>
    (await transact(ctx, ({ db }) => listDue(db, programme.municipality, ctx.now())))
      .filter(({ enrolmentId }) => enrolmentId === pair.mentee.enrolmentId)
      .map(({ kind }) => kind)
  const calls = async () =>
    (
      await house.db
        .selectFrom('task')
        .select(['kind', 'enrolmentId'])
        .where('kind', 'in', ['meeting_call_off', 'meeting_call_moved'])
        .where('doneAt', 'is', null)
        .execute()
    ).map(({ kind, enrolmentId }) => [kind, enrolmentId])

  test.each(
    drawn(['a coordinator pauses the pair', 'the mentor is suspended', 'the mentor leaves']),
  )(
    'gets a letter for each meeting they were told of, and is called about those within five days, when %s',
    async (ending) => {
      for (const time of times) await plan(time)
      expect(await letters()).toEqual(times.map(() => 'meeting'))
      await printLetters(ctx, { enrolmentIds: [pair.mentee.enrolmentId], again: false })
      house.clock.advance({ minutes: 1 })
      await endings[ending]!.act()
      expect(await letters()).toEqual(times.map(() => 'off'))
      const call = ['meeting_call_off', pair.mentee.enrolmentId]
      expect(await calls()).toEqual([call, call])
    },
  )

  test('who got no letter yet gets none, and is called all the same', async () => {
    for (const time of times) await plan(time)
    await endings['the mentor is suspended']!.act()
    expect(await letters()).toEqual([])
    expect(await calls()).toHaveLength(2)
  })
})

test('the move of a meeting with one mentee is told although the pair with another ends meanwhile', async () => {
  const other = await aMatch(house, { mentor: pair.mentor, mentee: await aMentee(house) })
  const [moved, off] = [await plan(times[0]!), await plan(times[1]!, other)]
  expect(moved).not.toBe(off)
  await halfAnHour()
  await moveMeeting(ctx, moved, {
    ...{ version: 1, minutes: 60, siteId: programme.siteId },
    startsAt: Temporal.Instant.from('2026-12-02T12:00:00Z'),
  })
  await closeMatch(ctx, other.matchId, { side: 'coordinator', reasons: ['no_time'] })
  const told = (await halfAnHour()).filter(({ personId }) => personId === pair.mentor.personId)
  expect(told.map((mail) => [mail.kind, ...entriesOf(mail).map(({ method }) => method)])).toEqual([
    ['match-closed', 'CANCEL'],
    ['meeting-moved', 'REQUEST'],
  ])
})

test('mails about meetings that are off wait in the outbox as such, and not as moves', async () => {
  await plan(times[0]!)
  await halfAnHour()
  await endings['the mentor is suspended']!.act()
  const kinds = await house.db
    .selectFrom('mail')
    .select('kind')
    .where('state', '=', 'pending')
    .execute()
  expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(['meeting-cancelled']))
})
