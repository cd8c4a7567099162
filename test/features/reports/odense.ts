import type { Insertable } from 'kysely'
import type {
  Consent,
  DB,
  Enrolment,
  EnrolmentState,
  Meeting,
  MeetingState,
  Person,
} from '../../../src/db/types.ts'
import { zone } from '../../../src/locales/zone.ts'
import type { House } from '../../support/house.ts'

const at = (time: string) => Temporal.Instant.from(time)
const dayOf = (time: string) => at(time).toZonedDateTimeISO('Europe/Copenhagen').toPlainDate()

/** Inserts rows of one municipality. Every moment is given as text. */
export async function openLibrary(house: House, municipality: string) {
  const { db } = house
  const created = at('2026-01-01T09:00Z')
  const own = { municipality, createdAt: created }
  const insert = async <Table extends keyof DB>(table: Table, row: Insertable<DB[Table]>) => {
    const inserted: unknown = await db
      .insertInto(table)
      .values(row as never)
      .returning('id' as never)
      .executeTakeFirstOrThrow()
    return (inserted as { id: string }).id
  }
  const programmeId = await insert('programme', { ...own, name: 'Mentor-match' })
  const siteId = await insert('site', { municipality, name: 'Biblioteket', address: 'Torvet 1' })
  let names = 0

  return {
    programmeId,
    partner: (name: string) => insert('partner', { municipality, name, type: 'association' }),
    programme: () => insert('programme', { ...own, name: 'Et andet forløb' }),

    person: (person: Partial<Insertable<Person>> = {}) =>
      insert('person', {
        ...own,
        name: `Person ${++names}`,
        channel: 'phone',
        locale: 'da',
        residence: municipality,
        ...person,
      }),

    /** An enrolment with the states it went through, as `['registered', '2026-09-01T09:00Z']`. */
    async enrol(
      role: 'mentor' | 'mentee',
      personId: string,
      path: readonly (readonly [EnrolmentState, string])[],
      more: Partial<Insertable<Enrolment>> = {},
    ) {
      const [state, since] = path.at(-1) ?? ['registered', '2026-01-01T09:00Z']
      const id = await insert('enrolment', {
        ...own,
        programmeId,
        personId,
        role,
        state,
        stateSince: at(since),
        ...more,
      })
      for (const [index, [toState, time]] of path.entries())
        await insert('enrolmentTransition', {
          municipality,
          enrolmentId: id,
          fromState: path[index - 1]?.[0] ?? null,
          toState,
          actor: 'system',
          at: at(time),
        })
      return id
    },

    consent: (personId: string, givenAt: string, more: Partial<Insertable<Consent>> = {}) =>
      insert('consent', {
        municipality,
        personId,
        purpose: 'matching',
        locale: 'da',
        text: 'Ja',
        givenAt: at(givenAt),
        ...more,
      }),

    withdrawal: (personId: string, withdrawnAt: string) =>
      db
        .insertInto('consentWithdrawal')
        .columns(['consentId', 'municipality', 'personId', 'way', 'actor', 'at'])
        .expression((eb) =>
          eb
            .selectFrom('consent')
            .where('personId', '=', personId)
            .select((given) => [
              'id',
              'municipality',
              'personId',
              given.val<'in-person'>('in-person').as('way'),
              given.val('system').as('actor'),
              given.val(at(withdrawnAt)).as('at'),
            ]),
        )
        .execute(),

    async offer(
      mentorId: string,
      menteeId: string,
      offeredAt: string,
      state: 'offered' | 'accepted',
    ) {
      return insert('proposal', {
        ...own,
        programmeId,
        mentorId,
        menteeId,
        state,
        score: 800_000,
        explanation: JSON.stringify({}),
        offeredAt: at(offeredAt),
        expiresAt: at(offeredAt).add({ hours: 14 * 24 }),
        ...(state === 'accepted' && {
          mentorAnswer: 'yes',
          mentorAnsweredAt: at(offeredAt),
          menteeAnswer: 'yes',
          menteeAnsweredAt: at(offeredAt),
        }),
      })
    },

    async match(
      mentorId: string,
      menteeId: string,
      acceptedAt: string,
      more: { activeAt?: string; closedAt?: string } = {},
    ) {
      const proposalId = await this.offer(mentorId, menteeId, acceptedAt, 'accepted')
      const state = more.closedAt ? 'closed' : more.activeAt ? 'active' : 'accepted'
      const matchId = await insert('match', {
        ...{ municipality, programmeId, proposalId, mentorId, menteeId, state },
        acceptedAt: at(acceptedAt),
      })
      const episodeId = await insert('matchEpisode', {
        ...{ municipality, matchId, number: 1 },
        openedOn: dayOf(acceptedAt),
        openedRecordedAt: at(acceptedAt),
      })
      for (const [kind, moment] of [
        ['opened', acceptedAt],
        ['activated', more.activeAt],
        ['closed', more.closedAt],
      ] as const)
        if (moment !== undefined)
          await insert('matchEvent', {
            ...{ municipality, episodeId, kind, actor: 'system' },
            happenedOn: dayOf(moment),
            recordedAt: at(moment),
          })
      return matchId
    },

    async meeting(startsAt: string, matches: string[], more: Partial<Insertable<Meeting>> = {}) {
      const { state = 'held' } = more
      const isRecorded = state === 'held' || state === 'no_show'
      const recordedAt = isRecorded ? (more.recordedAt ?? at(startsAt).add({ hours: 2 })) : null
      const id = await insert('meeting', {
        ...own,
        programmeId,
        siteId,
        type: 'match_meeting',
        state: 'held',
        startsAt: at(startsAt),
        endsAt: at(startsAt).add({ hours: 1 }),
        localStart: at(startsAt).toZonedDateTimeISO(zone).toPlainDateTime(),
        zone,
        createdBy: 'system',
        ...(state === 'cancelled' && { cancelledAt: created }),
        ...(recordedAt !== null && { recordedAt, recordedBy: 'system' }),
        ...more,
      })
      for (const matchId of matches)
        await db
          .insertInto('meetingMatch')
          .values({ municipality, meetingId: id, matchId })
          .execute()
      await db
        .insertInto('participant')
        .columns(['municipality', 'meetingId', 'personId', 'attendance'])
        .expression((eb) =>
          eb
            .selectFrom('match')
            .innerJoin('enrolment', (join) =>
              join.on((on) =>
                on.or([
                  on('enrolment.id', '=', on.ref('match.mentorId')),
                  on('enrolment.id', '=', on.ref('match.menteeId')),
                ]),
              ),
            )
            .select((given) => [
              'match.municipality',
              given.val(id).as('meetingId'),
              'enrolment.personId',
              given.val('present' as const).as('attendance'),
            ])
            .where('match.id', 'in', [...matches, id]),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute()
      if (recordedAt !== null) await this.record(id, state, recordedAt)
      return id
    },

    /** Records a meeting with the attendance of its participants. */
    async record(meetingId: string, outcome: MeetingState, recordedAt: Temporal.Instant) {
      const happenedOn = recordedAt.toZonedDateTimeISO(zone).toPlainDate()
      const by = { recordedAt, recordedBy: 'system' }
      const recordId = await insert('meetingRecord', {
        ...{ municipality, meetingId, outcome, happenedOn, ...by },
      })
      await db
        .insertInto('meetingAttendance')
        .columns(['municipality', 'recordId', 'personId', 'attendance'])
        .expression((eb) =>
          eb
            .selectFrom('participant')
            .select((there) => [
              'municipality',
              there.val(recordId).as('recordId'),
              'personId',
              'attendance',
            ])
            .where('meetingId', '=', meetingId),
        )
        .execute()
    },

    /** What the mentor answered on the first of the next month about how often the pair met. */
    async answerMonth(matchId: string, month: string, answer: { meetings: number; hours: number }) {
      const askedAt = Temporal.PlainYearMonth.from(month)
        .add({ months: 1 })
        .toPlainDate({ day: 1 })
        .toZonedDateTime({ timeZone: zone, plainTime: '09:00' })
        .toInstant()
      const { personId } = await db
        .selectFrom('match')
        .innerJoin('enrolment', 'enrolment.id', 'match.mentorId')
        .select('enrolment.personId')
        .where('match.id', '=', matchId)
        .executeTakeFirstOrThrow()
      return insert('question', {
        ...{ municipality, kind: 'month', matchId, personId, askedAt },
        answerBy: askedAt.add({ hours: 24 * 28 }),
        answer: JSON.stringify({ month, ...answer, well: 'yes' }),
        answeredAt: askedAt.add({ hours: 1 }),
        answeredBy: `person:${personId}`,
      })
    },

    agree: (matchId: string, topic: string, agreedAt: string) =>
      db
        .insertInto('agreement')
        .values({
          ...{ municipality, matchId, topic },
          agreedOn: dayOf(agreedAt),
          recordedAt: at(agreedAt),
        })
        .execute(),
  }
}

export type Library = Awaited<ReturnType<typeof openLibrary>>

/** Odense of the source report as rows: ten contacted, five participating, one match meeting. */
export async function odense(house: House): Promise<Library> {
  const library = await openLibrary(house, '0461')
  const partners = {
    '0461': await library.partner('Venligboerne Odense'),
    '0440': await library.partner('Flygtningehjælpen Kerteminde'),
  }
  const mentors: string[] = []
  for (let number = 0; number < 7; number++) {
    const path = (
      [
        ['registered', '2026-08-20T10:00Z'],
        ['interview_booked', '2026-08-25T10:00Z'],
        ['interviewed', '2026-09-01T10:00Z'],
        ['selected', '2026-09-03T10:00Z'],
        ['ready', '2026-09-10T10:00Z'],
      ] as const
    ).slice(0, number < 5 ? 5 : number === 5 ? 3 : 1)
    mentors.push(await library.enrol('mentor', await library.person(), path))
  }
  const matches: string[] = []
  for (let number = 0; number < 10; number++) {
    const takesPart = number < 5
    const residence = number % 5 < 3 ? '0461' : '0440'
    const person = await library.person({
      residence,
      sex: number === 4 || number > 6 ? 'woman' : 'man',
      birthYear: 1985 + number,
    })
    const path = [
      ['contacted', '2026-09-01T08:00Z'],
      ['registered', '2026-09-14T08:00Z'],
      ['ready', '2026-09-15T08:00Z'],
      ['offered', '2026-09-20T08:00Z'],
      ['matched', '2026-09-22T08:00Z'],
    ] as const
    const mentee = await library.enrol('mentee', person, path.slice(0, takesPart ? 5 : 1), {
      sourcePartnerId: partners[residence],
    })
    if (!takesPart) continue
    await library.consent(person, '2026-09-14T08:00Z')
    const match = await library.match(mentors[number]!, mentee, '2026-09-22T08:00Z', {
      activeAt: '2026-10-06T15:00Z',
    })
    matches.push(match)
  }
  await library.meeting('2026-10-06T15:00Z', matches)
  for (const match of matches)
    for (const topic of ['dansk', 'skrive_fortaelling'])
      await library.agree(match, topic, '2026-10-06T16:30Z')
  return library
}
