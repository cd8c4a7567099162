import { describe, expect, it } from 'vitest'
import type { Column, Figures, Funnel } from '../../../src/features/reports/indicators.ts'
import {
  type Shown,
  showFunnel,
  showGroups,
  showPartners,
  suppress,
} from '../../../src/features/reports/suppress.ts'
import { boundsOf, type Equation } from './attacker.ts'

const isSmall = (count: number) => count > 0 && count < 5

/** A column of the contacted who participate, the only contacted, and the only participating. */
function column(category: string, [both, firstOnly, nextOnly]: readonly number[]): Column<number> {
  return { category, first: both! + firstOnly!, next: both! + nextOnly!, both: both! }
}

function totalOf(columns: readonly Column<number>[]): Funnel<number> {
  const sum = (row: 'first' | 'next' | 'both') => columns.reduce((n, c) => n + c[row], 0)
  return { first: sum('first'), next: sum('next'), both: sum('both') }
}

/** The sizes of all groups that can be derived from a table with these columns. */
function groupsOf(columns: readonly Column<number>[]): number[] {
  return [...columns, totalOf(columns)].flatMap(({ first, next, both }) => [
    first,
    next,
    both,
    first - both,
    next - both,
  ])
}

const categories = ['woman', 'man', 'other', 'undisclosed', 'a', 'b', 'c']

describe('a breakdown for the public', () => {
  it('of five participants shows neither the number of men nor of women', () => {
    const columns = [
      column('woman', [1, 2, 0]),
      column('man', [4, 3, 0]),
      column('other', [0, 0, 0]),
      column('undisclosed', [0, 0, 0]),
    ]
    const total = showFunnel(totalOf(columns))
    expect(total).toEqual({ first: 10, next: 5, both: 5 })
    const shown = showGroups(columns, total, false)
    expect(shown.map(({ next }) => next)).toEqual([null, null, null, null])
    const bounds = attack([{ columns, shown, isOpenEnded: false }], total)
    for (const sex of [0, 1]) expect(bounds(0, sex, 'next')).toEqual({ least: 0, greatest: 5 })
  })

  it.each([
    ['nothing when no number is small', [6, 9, 0], [6, 9, 0]],
    ['a small number and the smallest other', [7, 6, 1, 20], [7, null, null, 20]],
    ['zeros beside a small number', [8, 2, 0, 30], [null, null, null, 30]],
    ['two small numbers and the smallest larger one', [3, 4, 12, 20], [null, null, null, 20]],
    ['a zero, which protects no other number', [3, 4, 0, 12, 20], [null, null, null, null, 20]],
    ['equal numbers alike', [3, 7, 20, 7], [null, null, 20, null]],
    ['more columns until the sum is large enough', [1, 1, 5, 20], [null, null, null, 20]],
    ['all columns when no other is left to hide', [9, 1], [null, null]],
    [
      'three fours and another column, since their sum alone would disclose them',
      [4, 4, 4, 20, 30],
      [null, null, null, null, 30],
    ],
  ])('hides %s', (_, counts, expected) => {
    const columns = counts.map((count, index) => column(categories[index]!, [0, 0, count]))
    const total = { first: null, next: totalOf(columns).next, both: null }
    expect(showGroups(columns, total, false).map(({ next }) => next)).toEqual(expected)
  })

  it('merges residences of few people without their names', () => {
    const columns = [
      column('0461', [0, 0, 20]),
      column('0440', [0, 0, 6]),
      column('0450', [0, 0, 2]),
      column('0479', [0, 0, 1]),
    ]
    const shown = showGroups(columns, { first: null, next: 29, both: null }, true)
    expect(shown.map(({ category, next }) => [category, next])).toEqual([
      ['0461', 20],
      ['other', 9],
    ])
  })

  it('does not disclose by a difference how few of the contacted did not participate', () => {
    const columns = [column('woman', [10, 2, 0]), column('man', [10, 20, 0])]
    const total = showFunnel(totalOf(columns))
    expect(total).toEqual({ first: 42, next: 20, both: 20 })
    const shown = showGroups(columns, total, false)
    expect(shown.map(({ first, next }) => [first, next])).toEqual([
      [null, 10],
      [null, 10],
    ])
    expect(
      showPartners(columns, total).map(({ category, first, both }) => [category, first, both]),
    ).toEqual([
      ['woman', 12, null],
      ['man', 30, null],
    ])
  })

  it('shows no rate whose complement is a small number', () => {
    expect(showFunnel({ first: 10, next: 8, both: 8 })).toEqual({ first: 10, next: 8, both: null })
    expect(showFunnel({ first: 0, next: 3, both: 0 })).toEqual({
      first: null,
      next: null,
      both: null,
    })
  })
})

describe('a reader who knows the rules of suppression', () => {
  /**
   * Enumerates every table with this number of people, keeps those that the rules would show alike,
   * and knows a number when it is the same in all of them.
   */
  function informedAttack(people: number, parts: number, columns: number) {
    const alike = new Map<string, { least: number[]; greatest: number[] }>()
    let tables = 0
    for (const counts of countsUpTo(people, parts * columns)) {
      tables++
      const table = Array.from({ length: columns }, (_, index) => {
        const [both, firstOnly = 0, nextOnly = 0] = counts.slice(index * parts, (index + 1) * parts)
        return column(categories[index]!, [both!, firstOnly, nextOnly])
      })
      const total = showFunnel(totalOf(table))
      // The table may have more people than were enumerated, so nothing is known of it.
      if ((total.first ?? 4) + (parts === 3 ? (total.next ?? 4) : 0) > people) continue
      // That all participants were contacted is known only where the report says so.
      if (parts === 2 && total.both === null) continue
      const key = JSON.stringify([total, showGroups(table, total, false)])
      const groups = groupsOf(table)
      const known = alike.get(key)
      if (known === undefined) alike.set(key, { least: groups, greatest: [...groups] })
      else
        for (const [index, count] of groups.entries()) {
          if (count < known.least[index]!) known.least[index] = count
          if (count > known.greatest[index]!) known.greatest[index] = count
        }
    }
    const pinned = [...alike].filter(([, { least, greatest }]) =>
      least.some((count, index) => isSmall(count) && count === greatest[index]),
    )
    return { tables, outcomes: alike.size, pinned: pinned.map(([key]) => key).slice(0, 3) }
  }

  /** Every distribution of at most `people` people over `cells` cells. */
  function* countsUpTo(people: number, cells: number): Iterable<number[]> {
    if (cells === 0) {
      yield []
      return
    }
    for (let count = 0; count <= people; count++)
      for (const rest of countsUpTo(people - count, cells - 1)) yield [count, ...rest]
  }

  it('learns no number from 1 to 4 in any table of two groups and 21 people', () => {
    const { tables, outcomes, pinned } = informedAttack(21, 3, 2)
    expect(pinned).toEqual([])
    expect(tables).toBe(296_010)
    expect(outcomes).toBeGreaterThan(500)
  })

  it('learns none in any table of three groups and 20 people, each contacted', () => {
    const { outcomes, pinned } = informedAttack(20, 2, 3)
    expect(pinned).toEqual([])
    expect(outcomes).toBeGreaterThan(200)
  })

  it('learns none in any table of one row, four sexes and 32 people', () => {
    const { outcomes, pinned } = informedAttack(32, 1, 4)
    expect(pinned).toEqual([])
    expect(outcomes).toBeGreaterThan(500)
  })
})

interface Shape {
  columns: readonly Column<number>[]
  shown: readonly Column<Shown>[]
  isOpenEnded: boolean
}

/** The unknowns of each column: people in both groups, in the first only, in the next only. */
const parts = { both: [0], first: [0, 1], next: [0, 2], firstOnly: [1], nextOnly: [2] } as const
const rows = ['first', 'next', 'both'] as const

/**
 * Turns everything shown of tables with the same total into equations, and returns the bounds of any
 * number in them. It also knows which columns were merged, unlike the public. Table -1 is the total.
 */
function attack(tables: readonly Shape[], total: Funnel<Shown>) {
  const starts = tables.map((_, index) =>
    tables.slice(0, index).reduce((sum, { columns }) => sum + columns.length * 3, 3),
  )
  const unknowns = tables.reduce((sum, { columns }) => sum + columns.length * 3, 3)
  const cells = (table: number, columns: readonly number[], row: keyof typeof parts) =>
    columns.flatMap((column) =>
      parts[row].map((part) => (table < 0 ? 0 : starts[table]! + column * 3) + part),
    )
  const equations: Equation[] = []
  const tell = (terms: readonly number[], value: Shown) => {
    if (value !== null) equations.push({ terms, value })
  }
  for (const row of rows) tell(cells(-1, [0], row), total[row])
  for (const [table, { columns, shown, isOpenEnded }] of tables.entries()) {
    const indexes = columns.map((_, index) => index)
    for (const part of ['both', 'firstOnly', 'nextOnly'] as const)
      equations.push({ terms: cells(table, indexes, part), less: cells(-1, [0], part), value: 0 })
    const named = shown.map(({ category }) => category)
    for (const { category, ...values } of shown) {
      const at =
        isOpenEnded && category === 'other'
          ? indexes.filter((index) => !named.includes(columns[index]!.category))
          : indexes.filter((index) => columns[index]!.category === category)
      for (const row of rows) tell(cells(table, at, row), values[row])
    }
  }
  const bounds = boundsOf(unknowns, equations)
  return (table: number, column: number, row: keyof typeof parts) =>
    bounds(cells(table, [column], row))
}

describe('a reader who solves equations over the whole report', () => {
  /** The same 1,500 reports in every run. */
  function* randomTables() {
    let seed = 20261123
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    for (let report = 0; report < 1500; report++) {
      const shapes = [random(4) + 2, random(5) + 2, random(4) + 1]
      const tables = shapes.map((width) => new Array(width).fill(0).map(() => [0, 0, 0]))
      const most = [6, 12, 40, 150][random(4)]!
      const skew = random(3)
      for (let person = random(most) + 1; person > 0; person--) {
        const part = random(4) % 3
        for (const table of tables) {
          const at = Math.min(...Array.from({ length: skew + 1 }, () => random(table.length)))
          table[at]![part]!++
        }
      }
      yield tables.map((table) => table.map((counts, at) => column(`c${at}`, counts)))
    }
  }

  it('learns no number from 1 to 4 in 1,500 random reports of three breakdowns', () => {
    let small = 0
    const pinned: unknown[] = []
    for (const breakdowns of randomTables()) {
      const total = showFunnel(totalOf(breakdowns[0]!))
      const tables = breakdowns.map((columns, index) => {
        const isOpenEnded = index > 0
        const shown =
          index === 2 ? showPartners(columns, total) : showGroups(columns, total, isOpenEnded)
        return { columns, shown, isOpenEnded }
      })
      const bounds = attack(tables, total)
      const check = (table: number, at: number, truth: Funnel<number>) => {
        const { first, next, both } = truth
        const numbers = { first, next, both, firstOnly: first - both, nextOnly: next - both }
        for (const row of Object.keys(numbers) as (keyof typeof numbers)[]) {
          if (!isSmall(numbers[row])) continue
          small++
          const { least, greatest } = bounds(table, at, row)
          if (greatest - least < 1 - 1e-6) pinned.push({ table, at, row, truth, tables })
        }
      }
      check(-1, 0, totalOf(breakdowns[0]!))
      for (const [table, columns] of breakdowns.entries())
        for (const [at, truth] of columns.entries()) check(table, at, truth)
    }
    expect(pinned.slice(0, 1)).toEqual([])
    expect(small).toBeGreaterThan(5000)
  })

  it('learns hidden numbers of a report without secondary suppression', () => {
    const columns = [column('woman', [1, 0, 0]), column('man', [9, 0, 0])]
    const shown = columns.map((c) => ({ ...c, first: c.first < 5 ? null : c.first }))
    const bounds = attack(
      [
        {
          columns,
          shown: shown.map((c) => ({ ...c, next: null, both: null })),
          isOpenEnded: false,
        },
      ],
      { first: 10, next: null, both: null },
    )
    expect(bounds(0, 0, 'first')).toEqual({ least: 1, greatest: 1 })
  })
})

describe('a whole report for the public', () => {
  const none = { first: 0, next: 0, both: 0 }
  const figures: Figures<number> = {
    mentors: { registered: 7, interviewed: 6, selected: 5, ready: 4 },
    mentorsAtEnd: { registered: 1, interviewed: 1, selected: 0, ready: 5 },
    selection: { first: 6, next: 5, both: 5 },
    mentees: { contacted: 10, participating: 5, ready: 5 },
    menteesAtEnd: { contacted: 5, ready: 9 },
    participation: { first: 10, next: 5, both: 5 },
    partners: [],
    groups: { sex: [{ category: 'woman', ...none }], age: [], residence: [] },
    waiting: 7,
    waitingByDays: [
      { category: '0-30', count: 5 },
      { category: '31-60', count: 2 },
    ],
    medianDaysWaiting: 12,
    newMatches: 4,
    activeMatches: 0,
    pairsIntroduced: 5,
    meetings: { held: 1, scheduled: 2, cancelled: 0, no_show: 0, unreported: 0 },
    matchMeetings: 1,
    agreements: [{ category: 'dansk', count: 4 }],
    pairs: { pairMeetings: 3, hours: 4, mentorHours: 4 },
    attendance: { present: 5, expected: 6 },
    pairMeetingsPerMonth: { pairMeetings: 3, activeMonths: 1 },
  }

  it('shows the numbers and hides the rate with one person behind it', () => {
    const shown = suppress(figures)
    expect(shown.mentors).toEqual({ registered: 7, interviewed: 6, selected: 5, ready: null })
    expect(shown.selection).toEqual({ first: 6, next: 5, both: null })
    expect(shown.mentees).toEqual({ contacted: 10, participating: 5, ready: 5 })
    expect(shown.newMatches).toBeNull()
    expect(shown.activeMatches).toBe(0)
    expect(shown.waitingByDays.map(({ count }) => count)).toEqual([null, null])
    expect(shown.pairs).toEqual(figures.pairs)
  })

  it.each([0, 9, 10])('shows rates of meetings with ten pairs behind them: %i', (activeMatches) => {
    const { attendance, pairMeetingsPerMonth } = suppress({ ...figures, activeMatches })
    expect([attendance, pairMeetingsPerMonth]).toEqual(
      activeMatches < 10 ? [null, null] : [figures.attendance, figures.pairMeetingsPerMonth],
    )
  })

  it('hides the number of ready people when it discloses how few have an offer', () => {
    expect(suppress(figures).menteesAtEnd.ready).toBeNull()
    expect(suppress({ ...figures, waiting: 9 }).menteesAtEnd.ready).toBe(9)
  })

  it('shows no median of few people', () => {
    expect(suppress(figures).medianDaysWaiting).toBe(12)
    expect(suppress({ ...figures, waiting: 4 }).medianDaysWaiting).toBeNull()
  })

  it('shows meetings and agreements, which are not people', () => {
    const { meetings, matchMeetings, agreements } = suppress(figures)
    expect({ meetings, matchMeetings, agreements }).toEqual({
      meetings: figures.meetings,
      matchMeetings: 1,
      agreements: figures.agreements,
    })
  })
})
