import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '../../../src/context.ts'
import { countFigures } from '../../../src/features/reports/indicators.ts'
import { measureReport } from '../../../src/features/reports/measure.ts'
import { reportSentences } from '../../../src/features/reports/sentences.ts'
import { translate } from '../../../src/locales/translate.ts'
import { useHouse } from '../../support/house.ts'
import { type Library, odense, openLibrary } from './odense.ts'

const house = useHouse()
const coordinator: Actor = {
  kind: 'staff',
  id: '0190f5fe-7c00-7a00-8000-000000000001',
  name: 'Mette',
  role: 'coordinator',
  municipality: '0461',
}
const day = (text: string) => Temporal.PlainDate.from(text)

function measure(
  from = '2026-01-01',
  to = '2027-01-01',
  { asOf, audience = 'internal' }: { asOf?: string; audience?: 'internal' | 'public' } = {},
) {
  return measureReport(house.ctx(coordinator), {
    municipality: '0461',
    from: day(from),
    to: day(to),
    asOf: asOf === undefined ? undefined : day(asOf),
    audience,
  })
}

describe('the report of Odense', () => {
  beforeEach(() => odense(house))

  it('has the numbers of the source report: ten contacted, five participating, five selected', async () => {
    const { figures } = await measure()
    expect(figures.mentees).toEqual({ contacted: 10, participating: 5, ready: 5 })
    expect(figures.mentors).toEqual({ registered: 7, interviewed: 6, selected: 5, ready: 5 })
    expect(figures.selection).toEqual({ first: 6, next: 5, both: 5 })
    expect(figures.participation).toEqual({ first: 10, next: 5, both: 5 })
    expect(figures.groups.sex.map(({ category, next }) => [category, next])).toEqual([
      ['woman', 1],
      ['man', 4],
      ['other', 0],
      ['undisclosed', 0],
    ])
    expect(figures.partners).toEqual([
      { category: 'Venligboerne Odense', first: 6, next: 3, both: 3 },
      { category: 'Flygtningehjælpen Kerteminde', first: 4, next: 2, both: 2 },
    ])
    expect(figures.groups.residence.map(({ category, first }) => [category, first])).toEqual([
      ['0461', 6],
      ['0440', 4],
    ])
  })

  it('has one match meeting of five pairs, with the agreements of each', async () => {
    const { figures } = await measure()
    expect(figures.matchMeetings).toBe(1)
    expect(figures.meetings.held).toBe(1)
    expect(figures.pairsIntroduced).toBe(5)
    expect(figures.newMatches).toBe(5)
    expect(figures.activeMatches).toBe(5)
    expect(figures.agreements).toEqual([
      { category: 'dansk', count: 5 },
      { category: 'skrive_fortaelling', count: 5 },
    ])
  })

  it('shows the public the same totals, without the split by sex', async () => {
    const { figures } = await measure(undefined, undefined, { audience: 'public' })
    expect(figures.mentees).toEqual({ contacted: 10, participating: 5, ready: 5 })
    expect(figures.mentors.selected).toBe(5)
    expect(figures.participation).toEqual({ first: 10, next: 5, both: 5 })
    for (const { first, next } of figures.groups.sex) expect([first, next]).toEqual([null, null])
    expect(figures.partners.map(({ category }) => category)).toEqual(['other'])
    expect(figures.selection.both).toBeNull()
    expect(figures.matchMeetings).toBe(1)
  })

  it('has sentences in Danish', async () => {
    const t = translate('da')
    expect(reportSentences(t, await measure())).toMatchInlineSnapshot(`
      [
        "Der er skabt kontakt til 10 flygtninge.",
        "Kontakten er skabt via ⁨Venligboerne Odense og Flygtningehjælpen Kerteminde⁩.",
        "5 deltager i projektet: ⁨4 mænd og 1 kvinde⁩.",
        "Efter samtaler er 5 mentorer udvalgt.",
        "Der er dannet 5 nye mentorpar.",
        "Matchmøde afholdt: 1.",
        "5 par mødtes på matchmøde.",
        "Aftalt: ⁨⁨Dansk: tale og øve⁩ (5 par) og ⁨Skrive sin fortælling⁩ (5 par)⁩.",
        "Ingen flygtninge venter på en mentor.",
      ]
    `)
    const shown = reportSentences(t, await measure(undefined, undefined, { audience: 'public' }))
    expect(shown).toMatchInlineSnapshot(`
          [
            "Der er skabt kontakt til 10 flygtninge.",
            "5 deltager i projektet.",
            "Efter samtaler er 5 mentorer udvalgt.",
            "Der er dannet 5 nye mentorpar.",
            "Matchmøde afholdt: 1.",
            "5 par mødtes på matchmøde.",
            "Aftalt: ⁨⁨Dansk: tale og øve⁩ (5 par) og ⁨Skrive sin fortælling⁩ (5 par)⁩.",
            "Ingen flygtninge venter på en mentor.",
          ]
        `)
  })

  it('leaves out what was recorded after the as-of date', async () => {
    const before = await measure(undefined, undefined, { asOf: '2026-09-13' })
    expect(before.figures.mentees).toEqual({ contacted: 10, participating: 0, ready: 0 })
    expect(before.figures.matchMeetings).toBe(0)
    const after = await measure(undefined, undefined, { asOf: '2026-09-14' })
    expect(after.figures.mentees.participating).toBe(5)
    expect(after.asOf.toString()).toBe('2026-09-14')
    const morning = await measure(undefined, undefined, { asOf: '2026-10-05' })
    expect(morning.figures).toMatchObject({ newMatches: 5, activeMatches: 0, agreements: [] })
    expect(morning.figures.meetings).toMatchObject({ held: 0, scheduled: 1, unreported: 0 })
  })

  it('treats a future as-of date as today', async () => {
    const { asOf } = await measure(undefined, undefined, { asOf: '2030-01-01' })
    expect(asOf.toString()).toBe('2026-11-23')
  })

  it('is not found for the coordinator of Roskilde', async () => {
    const roskilde = house.ctx({ ...coordinator, municipality: '0265' })
    const query = { from: day('2026-01-01'), to: day('2027-01-01'), audience: 'internal' } as const
    await expect(measureReport(roskilde, { ...query, municipality: '0461' })).rejects.toMatchObject(
      {
        type: 'not-found',
      },
    )
    const own = await measureReport(roskilde, { ...query, municipality: '0265' })
    expect(own.figures.mentees.contacted).toBe(0)
    expect(own.figures.meetings.held).toBe(0)
  })

  it('gives the public whole months only, without an as-of date before their end', async () => {
    const problem = (...fields: object[]) => ({ type: 'invalid-input', fields })
    const audience = 'public'
    await expect(measure('2026-09-02', '2026-10-02', { audience })).rejects.toMatchObject(
      problem({ pointer: '/from', code: 'wholeMonths' }, { pointer: '/to', code: 'wholeMonths' }),
    )
    await expect(
      measure('2026-09-01', '2026-10-01', { audience, asOf: '2026-09-15' }),
    ).rejects.toMatchObject(problem({ pointer: '/asOf', code: 'interval' }))
    await expect(
      measure('2026-09-01', '2026-10-01', { audience, asOf: '2026-10-01' }),
    ).resolves.toBeDefined()
  })
})

describe('counting', () => {
  let library: Library
  beforeEach(async () => {
    library = await openLibrary(house, '0461')
  })

  it('counts a person once who enters a state twice, or through two programmes', async () => {
    const person = await library.person()
    await library.enrol('mentor', person, [
      ['ready', '2026-03-01T09:00Z'],
      ['paused', '2026-04-01T09:00Z'],
      ['ready', '2026-05-01T09:00Z'],
    ])
    await library.enrol('mentor', person, [['ready', '2026-06-01T09:00Z']], {
      programmeId: await library.programme(),
    })
    const { figures } = await measure()
    expect(figures.mentors.ready).toBe(1)
    expect(figures.mentorsAtEnd.ready).toBe(1)
  })

  it('counts a person once who is contacted through two programmes, in one group each', async () => {
    const person = await library.person({ sex: 'woman' })
    await library.enrol('mentee', person, [['contacted', '2026-03-01T09:00Z']])
    await library.enrol('mentee', person, [['contacted', '2026-03-02T09:00Z']], {
      programmeId: await library.programme(),
    })
    const { figures } = await measure()
    expect(figures.mentees.contacted).toBe(1)
    expect(figures.groups.sex[0]).toMatchObject({ category: 'woman', first: 1 })
    expect(figures.partners).toMatchObject([{ category: '', first: 1 }])
  })

  it.each([
    ['winter', '2026-02-01', '2026-01-31T22:59:59Z', '2026-01-31T23:00:00Z'],
    ['summer', '2026-07-01', '2026-06-30T21:59:59Z', '2026-06-30T22:00:00Z'],
    ['the day the clocks go forward', '2026-03-29', '2026-03-28T22:59:59Z', '2026-03-28T23:00:00Z'],
    ['the day after', '2026-03-30', '2026-03-29T21:59:59Z', '2026-03-29T22:00:00Z'],
    ['the day the clocks go back', '2026-10-25', '2026-10-24T21:59:59Z', '2026-10-24T22:00:00Z'],
    ['the day after that', '2026-10-26', '2026-10-25T22:59:59Z', '2026-10-25T23:00:00Z'],
  ])('begins and ends at midnight in Denmark: %s', async (_, edge, before, after) => {
    for (const [state, time] of [
      ['contacted', before],
      ['contacted', after],
    ] as const)
      await library.enrol(
        'mentee',
        await library.person({ sex: time === after ? 'man' : 'woman' }),
        [[state, time]],
      )
    const sexes = async (from: string, to: string) =>
      (await measure(from, to)).figures.groups.sex
        .filter(({ first }) => first === 1)
        .map(({ category }) => category)
    expect(await sexes('2026-01-01', edge)).toEqual(['woman'])
    expect(await sexes(edge, '2026-11-01')).toEqual(['man'])
    // The same edge as an as-of date: the end of the day before.
    const eve = day(edge).subtract({ days: 1 }).toString()
    const { figures } = await measure('2026-01-01', '2027-01-01', { asOf: eve })
    expect(figures.mentees.contacted).toBe(1)
  })

  it('counts matches, meetings and agreements at midnight to the day that begins', async () => {
    const midnight = '2026-06-30T22:00:00Z'
    const mentor = await library.enrol('mentor', await library.person(), [])
    const mentee = await library.enrol('mentee', await library.person(), [])
    const match = await library.match(mentor, mentee, midnight, { activeAt: midnight })
    await library.meeting(midnight, [match])
    await library.agree(match, 'dansk', midnight)
    const counts = async (from: string, to: string) => {
      const { figures } = await measure(from, to)
      const { newMatches, matchMeetings, pairsIntroduced, agreements } = figures
      return [newMatches, figures.activeMatches, matchMeetings, pairsIntroduced, agreements.length]
    }
    expect(await counts('2026-06-01', '2026-07-01')).toEqual([0, 0, 0, 0, 0])
    expect(await counts('2026-07-01', '2026-07-02')).toEqual([1, 1, 1, 1, 1])
  })

  it('counts a participation from registration and consent, whichever is later', async () => {
    const registered = [['registered', '2026-03-10T09:00Z']] as const
    const [late, withdrawn, other, matched] = [
      await library.person(),
      await library.person(),
      await library.person(),
      await library.person(),
    ]
    await library.enrol('mentee', late!, registered)
    await library.consent(late!, '2026-05-10T09:00Z')
    await library.enrol('mentee', withdrawn!, registered)
    await library.consent(withdrawn!, '2026-02-10T09:00Z')
    await library.withdrawal(withdrawn!, '2026-03-01T09:00Z')
    await library.enrol('mentee', other!, registered)
    await library.consent(other!, '2026-03-10T09:00Z', { purpose: 'photo' })
    const mentee = await library.enrol('mentee', matched!, [['contacted', '2026-03-01T09:00Z']])
    const mentor = await library.enrol('mentor', await library.person(), [])
    await library.match(mentor, mentee, '2026-06-10T09:00Z')
    const participating = async (from: string, to: string) =>
      (await measure(from, to)).figures.mentees.participating
    expect(await participating('2026-03-01', '2026-05-01')).toBe(0)
    expect(await participating('2026-05-01', '2026-06-01')).toBe(1)
    expect(await participating('2026-06-01', '2026-07-01')).toBe(1)
    expect(await participating('2026-01-01', '2027-01-01')).toBe(2)
  })

  it('counts as waiting who is ready without an offer or a mentor', async () => {
    const ready = [['ready', '2026-09-01T09:00Z']] as const
    const mentor = await library.enrol('mentor', await library.person(), [])
    const mentee = async () => library.enrol('mentee', await library.person(), ready)
    await mentee()
    await library.offer(mentor, await mentee(), '2026-09-20T09:00Z', 'offered')
    await library.match(mentor, await mentee(), '2026-09-20T09:00Z')
    await library.match(mentor, await mentee(), '2026-09-10T09:00Z', {
      closedAt: '2026-09-20T09:00Z',
    })
    const { figures } = await measure('2026-09-01', '2026-10-01')
    expect(figures.menteesAtEnd.ready).toBe(4)
    expect(figures.waiting).toBe(2)
    expect(figures.medianDaysWaiting).toBe(29)
    expect(figures.waitingByDays[0]).toEqual({ category: '0-30', count: 2 })
    expect((await measure('2026-09-01', '2026-09-15')).figures.waiting).toBe(3)
  })

  it('does not restart a wait after a declined offer', async () => {
    const path = [
      ['ready', '2026-06-01T09:00Z'],
      ['offered', '2026-08-01T09:00Z'],
      ['ready', '2026-08-10T09:00Z'],
    ] as const
    await library.enrol('mentee', await library.person(), path, {
      readySince: Temporal.Instant.from('2026-06-01T09:00Z'),
    })
    const { figures } = await measure('2026-01-01', '2026-09-01')
    expect(figures.medianDaysWaiting).toBe(91)
  })

  it('does not count a past meeting without an outcome as held', async () => {
    const planned = { state: 'scheduled', recordedAt: null } as const
    await library.meeting('2026-10-01T15:00Z', [], planned)
    await library.meeting('2026-12-01T15:00Z', [], planned)
    await library.meeting('2026-10-02T15:00Z', [], { type: 'meeting' })
    await library.meeting('2026-10-03T15:00Z', [], { state: 'cancelled' })
    await library.meeting('2026-10-04T15:00Z', [], { state: 'no_show' })
    const { figures } = await measure()
    expect(figures.meetings).toEqual({
      held: 1,
      scheduled: 1,
      cancelled: 1,
      no_show: 1,
      unreported: 1,
    })
    expect(figures.matchMeetings).toBe(0)
  })

  it('counts what pairs answered about a month where it is more than what is recorded', async () => {
    const pair = async () =>
      library.match(
        await library.enrol('mentor', await library.person(), []),
        await library.enrol('mentee', await library.person(), []),
        '2026-09-01T09:00Z',
        { activeAt: '2026-09-01T22:00Z' },
      )
    const [first, second] = [await pair(), await pair()]
    await library.meeting('2026-10-01T15:00Z', [first, second])
    await library.meeting('2026-10-02T15:00Z', [first], { type: 'meeting' })
    await library.meeting('2026-10-03T15:00Z', [second], { state: 'cancelled' })
    await library.answerMonth(first, '2026-10', { meetings: 1, hours: 3 })
    await library.answerMonth(second, '2026-10', { meetings: 4, hours: 1 })
    await library.answerMonth(second, '2026-09', { meetings: 2, hours: 5 })
    const october = (await measure('2026-10-01', '2026-11-01')).figures
    // Two of the first pair, four of the second; an hour of both, one of the first, one more of the first.
    expect(october.pairs).toEqual({ pairMeetings: 6, hours: 3, mentorHours: 4 })
    expect(october.pairMeetingsPerMonth!.activeMonths).toBeCloseTo((2 * (31 + 1 / 24)) / 30.44, 9)
    const year = (await measure()).figures
    expect(year.pairs).toEqual({ pairMeetings: 8, hours: 8, mentorHours: 9 })
    // An answer is about a whole month, and belongs to no part of it.
    const part = (await measure('2026-10-02', '2026-11-01')).figures
    expect(part.pairs).toEqual({ pairMeetings: 1, hours: 1, mentorHours: 1 })
    // What was answered later was not known then.
    const before = (await measure(undefined, undefined, { asOf: '2026-10-31' })).figures
    expect(before.pairs).toEqual({ pairMeetings: 5, hours: 7, mentorHours: 8 })
    const shown = (await measure(undefined, undefined, { audience: 'public' })).figures
    expect([shown.attendance, shown.pairMeetingsPerMonth]).toEqual([null, null])
    expect(shown.pairs).toEqual(year.pairs)
  })

  it('counts who came of those whose attendance was recorded', async () => {
    const matches: string[] = []
    for (let n = 0; n < 3; n++)
      matches.push(
        await library.match(
          await library.enrol('mentor', await library.person(), []),
          await library.enrol('mentee', await library.person(), []),
          '2026-09-01T09:00Z',
        ),
      )
    const id = await library.meeting('2026-10-01T15:00Z', matches)
    await library.meeting('2026-10-08T15:00Z', matches, { state: 'scheduled', recordedAt: null })
    await house.db
      .updateTable('participant')
      .set({ attendance: 'absent' })
      .where('meetingId', '=', id)
      .where('personId', 'in', (eb) =>
        eb
          .selectFrom('match')
          .innerJoin('enrolment', 'enrolment.id', 'match.menteeId')
          .select('enrolment.personId')
          .where('match.id', '=', matches[0]!),
      )
      .execute()
    await library.record(id, 'held', Temporal.Instant.from('2026-10-02T09:00Z'))
    const { figures } = await measure()
    expect(figures.attendance).toEqual({ present: 5, expected: 6 })
    expect(figures.pairs).toEqual({ pairMeetings: 2, hours: 1, mentorHours: 3 })
    expect(figures.pairsIntroduced).toBe(2)
  })

  it('counts the age reached in the year of the last day', () => {
    const at = Temporal.Instant.from('2026-02-01T09:00Z')
    const ages = [17, 18, 24, 25, 39, 40, 59, 60, null]
    const figures = countFigures(
      {
        enrolments: ages.map((age, index) => ({
          id: `e${index}`,
          personId: `p${index}`,
          role: 'mentee',
          readySince: null,
          partner: null,
          sex: 'undisclosed',
          birthYear: age === null ? null : 2026 - age,
          residence: '0461',
        })),
        transitions: ages.map((_, index) => ({
          enrolmentId: `e${index}`,
          toState: 'contacted',
          at,
        })),
        consents: [],
        episodes: [],
        offers: [],
        meetings: [],
        recorded: [],
        months: [],
        agreements: [],
      },
      { from: at, to: at.add({ hours: 1 }), planned: at, now: at, year: 2026 },
    )
    expect(figures.groups.age.map(({ category, first }) => [category, first])).toEqual([
      ['0-17', 1],
      ['18-24', 2],
      ['25-39', 2],
      ['40-59', 2],
      ['60+', 1],
      ['undisclosed', 1],
    ])
  })
})
