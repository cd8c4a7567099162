import { type Column, dimensions, type Figures, type Funnel } from './indicators.ts'

/**
 * Hides what would tell readers outside the house about a handful of people. A breakdown is released
 * as if the columns it hides were one column: what is shown is then a function of a table in which
 * every number is 0 or at least `threshold`, and nothing smaller can be worked out from it. The same
 * holds of the people behind a difference: those contacted who did not go on to participate.
 * Columns that are listed only when somebody is in them are merged and lose their names: a hidden
 * number in a listed column would be known to be at least 1.
 */

/** A number from 1 up to this is hidden: so few people know each other. */
export const threshold = 5

export type Shown = number | null

export function suppress(figures: Figures<number>): Figures<Shown> {
  const participation = showFunnel(figures.participation)
  const selection = showFunnel(figures.selection)
  const waiting = show(figures.waiting)
  return {
    mentors: {
      ...mapValues(figures.mentors, show),
      interviewed: selection.first,
      selected: selection.next,
    },
    mentorsAtEnd: mapValues(figures.mentorsAtEnd, show),
    selection,
    mentees: {
      ...mapValues(figures.mentees, show),
      contacted: participation.first,
      participating: participation.next,
    },
    menteesAtEnd: {
      contacted: show(figures.menteesAtEnd.contacted),
      // Ready less waiting are those with an open offer or match.
      ready: isSmall(figures.menteesAtEnd.ready - figures.waiting)
        ? null
        : show(figures.menteesAtEnd.ready),
    },
    participation,
    partners: showPartners(figures.partners, participation),
    groups: Object.fromEntries(
      dimensions.map((by) => [
        by,
        showGroups(figures.groups[by], participation, by === 'residence'),
      ]),
    ) as Figures<Shown>['groups'],
    waiting,
    waitingByDays: showBars(figures.waitingByDays, waiting),
    medianDaysWaiting: figures.waiting < threshold ? null : figures.medianDaysWaiting,
    newMatches: show(figures.newMatches),
    activeMatches: show(figures.activeMatches),
    pairsIntroduced: show(figures.pairsIntroduced),
    meetings: figures.meetings,
    matchMeetings: figures.matchMeetings,
    agreements: figures.agreements,
  }
}

function isSmall(count: number): boolean {
  return count > 0 && count < threshold
}

function show(count: number): Shown {
  return isSmall(count) ? null : count
}

/** A zero beside a small number is hidden with it; `both` also when those outside it are few. */
export function showFunnel({ first, next, both }: Funnel<number>): Funnel<Shown> {
  const isHidden = isSmall(first) || isSmall(next)
  return {
    first: isSmall(first) || (first === 0 && isHidden) ? null : first,
    next: isSmall(next) || (next === 0 && isHidden) ? null : next,
    both: isHidden || [both, first - both, next - both].some(isSmall) ? null : both,
  }
}

interface Attempt {
  /** The rows to show. */
  rows: readonly (keyof Funnel<number>)[]
  /** Every group of people that the shown rows tell about. */
  groups: (column: Funnel<number>) => number[]
}

/**
 * Both rows when they bear each other's company, else the later step's. The earlier step's alone
 * would bound the later one's from above where all of these come from it.
 */
export function showGroups(
  columns: readonly Column<number>[],
  total: Funnel<Shown>,
  isOpenEnded: boolean,
): Column<Shown>[] {
  const attempts: Attempt[] = []
  if (total.both !== null) attempts.push({ rows: ['first', 'next'], groups: everyGroup })
  if (total.next !== null) attempts.push({ rows: ['next'], groups: ({ next }) => [next] })
  else if (total.first !== null) attempts.push({ rows: ['first'], groups: ({ first }) => [first] })
  return showFirstSafe(columns, attempts, isOpenEnded)
}

/** By partner the report tells how many were contacted and how many of these went on. */
export function showPartners(
  columns: readonly Column<number>[],
  total: Funnel<Shown>,
): Column<Shown>[] {
  const attempts: Attempt[] = []
  if (total.both !== null)
    attempts.push({
      rows: ['first', 'both'],
      groups: ({ first, both }) => [first, both, first - both],
    })
  if (total.first !== null) attempts.push({ rows: ['first'], groups: ({ first }) => [first] })
  return showFirstSafe(columns, attempts, true)
}

/** The first attempt that leaves a column to see; none of it when none does. */
function showFirstSafe(
  columns: readonly Column<number>[],
  attempts: readonly Attempt[],
  isOpenEnded: boolean,
): Column<Shown>[] {
  for (const { rows, groups } of attempts) {
    const hidden = hiddenColumns(columns, rows, groups)
    if (hidden.size === columns.length) continue
    const shown = columns.map((column) => showColumn(column, hidden.has(column) ? [] : rows))
    return isOpenEnded && hidden.size > 0
      ? [
          ...shown.filter((_, index) => !hidden.has(columns[index]!)),
          showColumn({ category: 'other', ...sumOf(hidden) }, rows),
        ]
      : shown
  }
  // The names alone would tell that somebody lives there.
  return isOpenEnded
    ? columns.length === 0
      ? []
      : [{ category: 'other', first: null, next: null, both: null }]
    : columns.map((column) => showColumn(column, []))
}

function showBars(bars: Figures<number>['waitingByDays'], total: Shown) {
  const columns = bars.map(({ category, count }) => ({ category, first: count, next: 0, both: 0 }))
  const hidden =
    total === null ? new Set(columns) : hiddenColumns(columns, ['first'], ({ first }) => [first])
  return columns.map((column) => ({
    category: column.category,
    count: hidden.has(column) ? null : column.first,
  }))
}

/** Those in a group and those in one of two overlapping groups only. */
function everyGroup({ first, next, both }: Funnel<number>): number[] {
  return [first, next, both, first - both, next - both]
}

/**
 * The columns to hide: those with a small number, every zero of a shown row beside them, and then the
 * smallest that are left until the hidden ones taken together have no small number either. One that
 * has none itself is always among them, and equal ones go together: else three hidden columns with a
 * sum of twelve would be known, by this very rule, to be four each.
 */
function hiddenColumns(
  columns: readonly Column<number>[],
  rows: readonly (keyof Funnel<number>)[],
  groups: (column: Funnel<number>) => number[],
): ReadonlySet<Column<number>> {
  const hidden = new Set(columns.filter((column) => groups(column).some(isSmall)))
  if (hidden.size === 0) return hidden
  for (const column of columns) if (rows.some((row) => column[row] === 0)) hidden.add(column)
  const size = (column: Column<number>) => rows.reduce((sum, row) => sum + column[row], 0)
  const rest = columns.filter((column) => !hidden.has(column))
  do {
    const smallest = Math.min(...rest.filter((column) => !hidden.has(column)).map(size))
    for (const column of rest) if (size(column) === smallest) hidden.add(column)
  } while (hidden.size < columns.length && groups(sumOf(hidden)).some(isSmall))
  return hidden
}

function sumOf(columns: Iterable<Funnel<number>>): Funnel<number> {
  const sum = { first: 0, next: 0, both: 0 }
  for (const column of columns) {
    sum.first += column.first
    sum.next += column.next
    sum.both += column.both
  }
  return sum
}

function showColumn(
  column: Column<number>,
  rows: readonly (keyof Funnel<number>)[],
): Column<Shown> {
  const value = (row: keyof Funnel<number>) => (rows.includes(row) ? column[row] : null)
  return {
    category: column.category,
    first: value('first'),
    next: value('next'),
    both: value('both'),
  }
}

function mapValues<Key extends string>(
  record: Record<Key, number>,
  map: (count: number) => Shown,
): Record<Key, Shown> {
  const entries = Object.entries<number>(record).map(([key, count]) => [key, map(count)])
  return Object.fromEntries(entries) as Record<Key, Shown>
}
