import { isMessageKey, type MessageKey, type Translate } from '../../locales/translate.ts'
import {
  type Bar,
  type Column,
  dimensions,
  type Funnel,
  meetingOutcomes,
  menteeSteps,
  mentorSteps,
} from './indicators.ts'
import type { Report } from './measure.ts'
import type { CellView, IndicatorView, StatisticsView } from './schema.ts'
import { type Shown, threshold } from './suppress.ts'

const indicatorIds = [
  ...(['P1', 'P2', 'P3', 'P4', 'P5', 'W1', 'M1', 'M2'] as const),
  ...(['T1', 'T2', 'T3', 'T4', 'T5'] as const),
]

/** The report as the API returns it: each number with its code and its name in the reader's language. */
export function describeReport(t: Translate, report: Report): StatisticsView {
  return {
    data: [
      ...describeMentors(t, report),
      ...describeMentees(t, report),
      ...describeGroups(t, report),
      ...describeMatches(t, report),
      ...describeMeetings(t, report),
    ],
    meta: {
      municipality: report.municipality,
      from: report.from.toString(),
      to: report.to.toString(),
      asOf: report.asOf.toString(),
      audience: report.audience,
      threshold,
      definitions: Object.fromEntries(
        indicatorIds.map((id) => [id, t.dynamic(`report.definition.${id}`)]),
      ),
    },
  }
}

function describeMentors(t: Translate, { figures }: Report): IndicatorView[] {
  return [
    ...mentorSteps.map((step) => count(t, 'P1', `mentor.${step}`, figures.mentors[step])),
    ...mentorSteps.map((step) => count(t, 'P1', `mentor.${step}AtEnd`, figures.mentorsAtEnd[step])),
    rate(t, 'P2', 'mentor.selectionRate', figures.selection),
  ]
}

function describeMentees(t: Translate, report: Report): IndicatorView[] {
  const { figures } = report
  return [
    ...menteeSteps.map((step) => count(t, 'P3', `mentee.${step}`, figures.mentees[step])),
    count(t, 'P3', 'mentee.contactedAtEnd', figures.menteesAtEnd.contacted),
    count(t, 'P3', 'mentee.readyAtEnd', figures.menteesAtEnd.ready),
    {
      ...rate(t, 'P4', 'mentee.participationRate', figures.participation),
      breakdown: [
        {
          by: 'partner',
          cells: figures.partners.map((column) => ({
            ...categoryOf(t, report, 'partner', column.category),
            ...share(column),
          })),
        },
      ],
    },
  ]
}

function describeGroups(t: Translate, report: Report): IndicatorView[] {
  const { figures } = report
  const rows = { contacted: 'first', participating: 'next' } as const
  const groups = (['contacted', 'participating'] as const).map((step) => ({
    ...count(t, 'P5', `mentee.${step}`, figures.mentees[step]),
    breakdown: dimensions.map((by) => ({
      by,
      cells: figures.groups[by].map((column: Column<Shown>) => ({
        ...categoryOf(t, report, by, column.category),
        ...shown(column[rows[step]]),
      })),
    })),
  }))
  return [
    ...groups,
    {
      ...count(t, 'W1', 'mentee.waiting', figures.waiting),
      breakdown: [{ by: 'days', cells: bars(t, report, 'days', figures.waitingByDays) }],
    },
    {
      ...count(t, 'W1', 'mentee.medianDaysWaiting', figures.medianDaysWaiting),
      unit: 'days',
      ...(figures.waiting === 0
        ? { value: null, suppressed: undefined }
        : shown(figures.medianDaysWaiting)),
    },
  ]
}

function describeMatches(t: Translate, { figures }: Report): IndicatorView[] {
  return [
    { ...count(t, 'M1', 'match.opened', figures.newMatches), unit: 'pairs' },
    { ...count(t, 'M2', 'match.activeAtEnd', figures.activeMatches), unit: 'pairs' },
  ]
}

function describeMeetings(t: Translate, report: Report): IndicatorView[] {
  const { meetings, matchMeetings, pairsIntroduced, agreements } = report.figures
  const outcomes = meetingOutcomes.map((category) => ({ category, count: meetings[category] }))
  const sum = (list: readonly { count: number }[]) => list.reduce((n, { count }) => n + count, 0)
  return [
    {
      ...count(t, 'T1', 'meeting.all', sum(outcomes)),
      unit: 'meetings',
      breakdown: [{ by: 'state', cells: bars(t, report, 'state', outcomes) }],
    },
    ...describePairs(t, report),
    { ...count(t, 'T5', 'meeting.matchMeetings', matchMeetings), unit: 'meetings' },
    { ...count(t, 'T5', 'meeting.pairsIntroduced', pairsIntroduced), unit: 'pairs' },
    {
      ...count(t, 'T5', 'meeting.agreements', sum(agreements)),
      unit: 'agreements',
      breakdown: [{ by: 'topic', cells: bars(t, report, 'topic', agreements) }],
    },
  ]
}

function describePairs(t: Translate, { figures }: Report): IndicatorView[] {
  const { pairs, attendance, pairMeetingsPerMonth: perMonth } = figures
  return [
    { ...count(t, 'T1', 'meeting.pairMeetings', pairs.pairMeetings), unit: 'meetings' },
    {
      ...{ indicator: 'T2', ...nameOf(t, 'meeting.attendanceRate'), unit: 'share' },
      ...quotient(attendance && [attendance.present, attendance.expected]),
    },
    {
      ...{ indicator: 'T3', ...nameOf(t, 'meeting.perActiveMonth'), unit: 'meetings-per-month' },
      ...quotient(perMonth && [perMonth.pairMeetings, perMonth.activeMonths]),
    },
    { ...count(t, 'T4', 'meeting.hours', rounded(pairs.hours)), unit: 'hours' },
    { ...count(t, 'T4', 'meeting.mentorHours', rounded(pairs.mentorHours)), unit: 'hours' },
  ]
}

type MeasureKey<Key = MessageKey> = Key extends `report.measure.${infer Measure}` ? Measure : never

function count(
  t: Translate,
  indicator: (typeof indicatorIds)[number],
  measure: MeasureKey,
  value: Shown,
): IndicatorView {
  return { indicator, ...nameOf(t, measure), unit: 'persons', ...shown(value) }
}

function rate(
  t: Translate,
  indicator: (typeof indicatorIds)[number],
  measure: MeasureKey,
  of: Funnel<Shown>,
): IndicatorView {
  return { indicator, ...nameOf(t, measure), unit: 'share', ...share(of) }
}

function nameOf(t: Translate, measure: MeasureKey) {
  const [, code] = measure.split('.')
  return { measure: code!, name: t.dynamic(`report.measure.${measure}`) }
}

function shown(value: Shown): Pick<CellView, 'value' | 'suppressed'> {
  return value === null ? { value, suppressed: true } : { value }
}

/** A rate is hidden when its numerator or denominator is, and null when the denominator is 0. */
function share({ first, both }: Funnel<Shown>) {
  const ratio = { numerator: both, denominator: first }
  if (both === null || first === null) return { value: null, suppressed: true as const, ...ratio }
  return { value: first === 0 ? null : Math.round((both / first) * 10_000) / 10_000, ...ratio }
}

/** Null for a rate that is hidden, and for one of nothing. */
function quotient(of: readonly [number, number] | null) {
  if (of === null) return { value: null, suppressed: true as const }
  const [numerator, denominator] = of
  const value = denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000
  return { value, numerator, denominator: rounded(denominator) }
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function bars(t: Translate, report: Report, by: string, list: readonly Bar<Shown>[]): CellView[] {
  return list.map(({ category, count }) => ({
    ...categoryOf(t, report, by, category),
    ...shown(count),
  }))
}

/** Partners and municipalities have names of their own; other categories are translated. */
function categoryOf(t: Translate, report: Report, by: string, category: string) {
  if (by === 'partner' && category === '')
    return { category: 'none', name: t('report.category.partner.none') }
  const key = by === 'topic' ? `topic.${category}` : `report.category.${by}.${category}`
  if (isMessageKey(key)) return { category, name: t.dynamic(key) }
  return { category, name: report.names.get(category) ?? category }
}
