import { type Column, dimensions, type Figures, type Funnel } from './indicators.ts'

/**
 * Disclosure control: suppresses what would tell the public about fewer than `threshold` people. A
 * breakdown is released as if its hidden columns were merged into one: in that table every number is 0
 * or at least `threshold`, so nothing smaller can be derived from it. The same holds for differences,
 * such as those contacted who did not participate. Columns listed only when somebody is in them are
 * merged without their names: a hidden number in a listed column would be known to be at least 1.
 */

/** Numbers above 0 and below this are suppressed. */
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
      // Ready minus waiting is the number with an open offer or match.
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
    pairs: figures.pairs,
    ...showRates(figures),
  }
}

/** A rate over fewer than twice as many pairs would tell about each of them. */
function showRates({ attendance, pairMeetingsPerMonth, activeMatches }: Figures<number>) {
  return activeMatches < 2 * threshold
    ? { attendance: null, pairMeetingsPerMonth: null }
    : { attendance, pairMeetingsPerMonth }
}

function isSmall(count: number): boolean {
  return count > 0 && count < threshold
}

function show(count: number): Shown {
  return isSmall(count) ? null : count
}

/** A zero beside a small number is hidden too; `both` also when few are left out of it. */
export function showFunnel({ first, next, both }: Funnel<number>): Funnel<Shown> {
  const isHidden = isSmall(first) || isSmall(next)
  return {
    first: isSmall(first) || (first === 0 && isHidden) ? null : first,
    next: isSmall(next) || (next === 0 && isHidden) ? null : next,
    both: isHidden || [both, first - both, next - both].some(isSmall) ? null : both,
  }
}

interface Attempt {
  rows: readonly (keyof Funnel<number>)[]
  /** The sizes of all groups that can be derived from the shown rows. */
  groups: (column: Funnel<number>) => number[]
}

/**
 * Both rows if that is safe, else the later step's. The earlier step's alone would be an upper
 * bound of the later one's, where everyone in the later step comes from it.
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

/** By partner, the report tells how many were contacted and how many of these participated. */
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

/** The first attempt that leaves a column visible, or no column. */
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
  // A listed name alone would tell that somebody is in the column.
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

/** The sizes of two overlapping groups, of their overlap, and of each without the overlap. */
function everyGroup({ first, next, both }: Funnel<number>): number[] {
  return [first, next, both, first - both, next - both]
}

/**
 * The columns to hide: those with a small number, those with a zero in a shown row beside them, then
 * the smallest of the rest until the hidden ones together have no small number. At least one column
 * without a small number is hidden, and equal columns are hidden together: otherwise a reader who knows
 * this rule could tell that three hidden columns with a sum of twelve are four each.
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
