import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import { addPair } from '../../../src/features/meetings/changes/add-pair.ts'
import { cancelMeeting } from '../../../src/features/meetings/changes/cancel.ts'
import { moveMeeting } from '../../../src/features/meetings/changes/move.ts'
import { removePair } from '../../../src/features/meetings/changes/remove-pair.ts'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import type { Message } from '../../../src/mail/message.ts'
import { Problem } from '../../../src/problems.ts'
import { sendMails } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { aMatch, aProgramme, type Programme } from '../../support/people.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { seeds } from '../../support/tries.ts'

const house = useHouse()
let programme: Programme
let matches: Awaited<ReturnType<typeof aMatch>>[]
beforeEach(async () => {
  programme = await aProgramme(house)
  matches = [await aMatch(house), await aMatch(house), await aMatch(house)]
  await readMails()
})

const by = () => house.ctx(programme.coordinator)
const versionOf = async (id: string) =>
  (
    await house.db
      .selectFrom('meeting')
      .select('version')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).version

/** A time at which all are free; the hours of a person are Wednesday and Thursday, 12 to 17. */
const at = (day: 'wednesday' | 'thursday', hour: number) =>
  Temporal.Instant.from(`2026-12-${day === 'wednesday' ? '02' : '03'}T${hour - 1}:00:00Z`)

async function plan(pairs: readonly { matchId: string }[], startsAt: Temporal.Instant) {
  return planMeeting(by(), {
    ...{ matchIds: pairs.map(({ matchId }) => matchId), siteId: programme.siteId },
    ...{ startsAt, minutes: 60 },
  })
}
const move = async (id: string, startsAt: Temporal.Instant) =>
  moveMeeting(by(), id, {
    ...{ version: await versionOf(id), startsAt, minutes: 60, siteId: programme.siteId },
  })

interface Read {
  personId: string
  kind: string
  message: Message
}

/** How far the mails were read. */
let seen = new Set<string>()

/** The mails that left since the last time, in the order in which they did. */
async function readMails(): Promise<Read[]> {
  await sendMails(house)
  const mails = await house.db
    .selectFrom('mail')
    .select(['id', 'personId', 'kind', 'content', 'handledAt'])
    .where('state', '=', 'kept')
    .orderBy('handledAt')
    .orderBy('since')
    .orderBy('id')
    .execute()
  const fresh = mails.filter(({ id }) => !seen.has(id))
  seen = new Set(mails.map(({ id }) => id))
  return fresh.map(({ personId, kind, content }) => ({
    ...{ personId: personId!, kind, message: content as unknown as Message },
  }))
}

/** Lets minutes pass; every mail leaves when it is due. */
async function pass(minutes: number): Promise<Read[]> {
  const read: Read[] = []
  for (let minute = 0; minute < minutes; minute += 2) {
    house.clock.advance({ minutes: 2 })
    read.push(...(await readMails()))
  }
  return read
}

/** A calendar as an attendee's program keeps it: by UID, the highest sequence wins (RFC 5546). */
type Calendar = Map<string, { sequence: number; at: string | null }>

/** Applies a mail to its reader's calendar. Returns whether the calendar looks different after it. */
function apply(calendar: Calendar, { calendars }: Message): boolean {
  let hasChanged = false
  for (const { content } of calendars) {
    const parsed = new ICAL.Component(ICAL.parse(content))
    const event = parsed.getFirstSubcomponent('vevent')!
    const value = (name: string) => String(event.getFirstPropertyValue(name))
    const method = String(parsed.getFirstPropertyValue('method'))
    const entry = calendar.get(value('uid'))
    const sequence = Number(value('sequence'))
    if (entry !== undefined && sequence < entry.sequence) continue
    const now =
      method === 'CANCEL' ? null : [value('dtstart'), value('dtend'), value('location')].join(' ')
    hasChanged ||= (entry?.at ?? null) !== now
    calendar.set(value('uid'), { sequence, at: now })
  }
  return hasChanged
}

/** What the calendar of each should show: the planned meetings in which they take part. */
async function truth(): Promise<Map<string, string[]>> {
  const rows = await house.db
    .selectFrom('participant')
    .innerJoin('meeting', 'meeting.id', 'participant.meetingId')
    .innerJoin('site', 'site.id', 'meeting.siteId')
    .select(['participant.personId', 'meeting.startsAt', 'meeting.endsAt'])
    .select(['site.name', 'site.address'])
    .where('meeting.state', '=', 'scheduled')
    .execute()
  return Map.groupBy(
    rows.map(({ personId, startsAt, endsAt, name, address }) => ({
      personId,
      entry: `${startsAt.toString()} ${endsAt.toString()} ${name}, ${address}`,
    })),
    ({ personId }) => personId,
  ) as never
}

async function act(random: Random): Promise<void> {
  const meetings = await house.db
    .selectFrom('meeting')
    .select(['id', 'version'])
    .where('state', '=', 'scheduled')
    .execute()
  const startsAt = at(random.pick(['wednesday', 'thursday']), 12 + random.below(5))
  const some = random.shuffle(matches).slice(0, 1 + random.below(2))
  if (meetings.length === 0 || random.chance(0.15)) return void (await plan(some, startsAt))
  const { id, version } = random.pick(meetings)
  const { matchId } = random.pick(matches)
  await random.pick([
    () => move(id, startsAt),
    () => move(id, startsAt),
    () => addPair(by(), id, { version, matchId }),
    () => removePair(by(), id, { version, matchId }),
    () => cancelMeeting(by(), id, { version, by: 'coordinator', reason: 'place' }),
  ])()
}

test.each(seeds(1_000, 3))(
  'each calendar ends equal to the truth, and no mail tells its reader nothing (%i)',
  async (seed) => {
    const random = seededRandom(seed)
    const calendars = new Map<string, Calendar>()
    const idle: string[] = []
    const read = async (mails: readonly Read[]) => {
      for (const { personId, kind, message } of mails) {
        const calendar = calendars.get(personId) ?? new Map()
        calendars.set(personId, calendar)
        if (!apply(calendar, message)) idle.push(kind)
      }
    }
    const steps = 3 + random.below(6)
    for (let step = 0; step < steps; step++) {
      await act(random).catch((error: unknown) => {
        // A refused change, such as of somebody who is taken, is none.
        if (!(error instanceof Problem)) throw error
      })
      await read(await readMails())
      await read(await pass(random.pick([0, 2, 4, 14])))
    }
    await read(await pass(12))
    const expected = await truth()
    for (const personId of new Set([...calendars.keys(), ...expected.keys()])) {
      const shown = [...(calendars.get(personId) ?? new Map()).values()]
        .flatMap(({ at }) => at ?? [])
        .sort()
      const entries = (expected.get(personId) ?? []) as unknown as { entry: string }[]
      expect(shown).toEqual(entries.map(({ entry }) => entry).sort())
    }
    expect(idle).toEqual([])
  },
)

test('several changes make one mail, ten minutes after the last', async () => {
  const id = await plan([matches[0]!], at('wednesday', 12))
  expect((await readMails()).map(({ kind }) => kind)).toEqual(
    Array.from({ length: 2 }, () => 'meeting-invitation'),
  )
  await move(id, at('wednesday', 13))
  expect(await pass(8)).toEqual([])
  await move(id, at('thursday', 14))
  expect(await pass(8)).toEqual([])
  const mails = await pass(2)
  expect(mails.map(({ kind }) => kind)).toEqual(['meeting-moved', 'meeting-moved'])
  expect(mails[0]!.message.text).toContain('14')
  expect(await pass(20)).toEqual([])
})

test('whoever is added or taken out is told, and nobody else', async () => {
  const id = await plan([matches[0]!], at('wednesday', 12))
  await readMails()
  const pair = matches[1]!
  const people = [pair.mentor.personId, pair.mentee.personId].sort()
  await addPair(by(), id, { version: 1, matchId: pair.matchId })
  const added = await readMails()
  expect(added.map(({ personId }) => personId).sort()).toEqual(people)
  expect(new Set(added.map(({ kind }) => kind))).toEqual(new Set(['meeting-invitation']))
  await removePair(by(), id, { version: 2, matchId: pair.matchId })
  const removed = await pass(12)
  expect(removed.map(({ personId }) => personId).sort()).toEqual(people)
  expect(new Set(removed.map(({ kind }) => kind))).toEqual(new Set(['meeting-cancelled']))
})

test('somebody whose invitation could not leave yet gets one, of the meeting as it is then', async () => {
  const id = await plan([matches[0]!], at('wednesday', 12))
  await move(id, at('thursday', 15))
  await move(id, at('thursday', 16))
  const mails = await pass(30)
  expect(mails.map(({ kind }) => kind)).toEqual(['meeting-invitation', 'meeting-invitation'])
  expect(mails[0]!.message.calendars[0]!.content).toContain('DTSTART:20261203T150000Z')
})

test('somebody who was never invited is not told that it is off', async () => {
  const id = await plan([matches[0]!], at('wednesday', 12))
  await cancelMeeting(by(), id, { by: 'mentor', reason: 'ill' })
  expect(await pass(30)).toEqual([])
})
