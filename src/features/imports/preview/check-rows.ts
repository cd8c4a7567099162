import type { FieldProblemCode } from '../../../problems.ts'
import { fieldProblems } from '../../../web/form.ts'
import { meaning, tagsOf } from '../reading/cells.ts'
import { type Column, isColumn } from '../reading/columns.ts'
import { cprMark } from '../reading/rows.ts'
import type { Named, Repeats } from './repeats.ts'
import { Rows } from '../reading/row-schema.ts'
import { valuesOf } from '../reading/row-values.ts'
import { roleWords } from '../reading/words.ts'

/** A refused cell: its column, counted from 0, and the reason. */
export interface CellProblem {
  at: number
  column: Column | ''
  code: FieldProblemCode
  args?: Record<string, string | number>
}

export interface CheckedRow {
  number: number
  cells: string[]
  /** The person, if nothing is wrong. Empty cells are absent: they change nothing. */
  record: object | null
  problems: CellProblem[] | null
  /** An earlier row about the same person. */
  repeats: number | null
}

export interface Surroundings {
  mapping: readonly string[]
  /** The role of rows without one in their own column. */
  role: 'mentor' | 'mentee' | 'column'
  municipality: string
  served: readonly { code: string; name: string }[]
  partners: readonly { id: string; name: string }[]
}

/** Validates rows; empty rows are left out. */
export function checkRows(
  rows: readonly { number: number; cells: string[] }[],
  about: Surroundings,
  earlier: Repeats,
): CheckedRow[] {
  const places = placesOf(about.mapping)
  return rows
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ number, cells }) => {
      const { record, problems } = checkRow(cells, places, about)
      const repeats = record === null ? null : earlier(number, record)
      return { number, cells, record, problems, repeats }
    })
}

function placesOf(mapping: readonly string[]): Map<Column, number> {
  return new Map(mapping.flatMap((column, at) => (isColumn(column) ? [[column, at]] : [])))
}

function checkRow(
  cells: readonly string[],
  places: ReadonlyMap<Column, number>,
  about: Surroundings,
): { record: (Named & { role: string }) | null; problems: CellProblem[] | null } {
  const problems: CellProblem[] = cells.flatMap((cell, at) =>
    cell === cprMark ? [{ at, column: columnAt(about.mapping, at), code: 'cpr' as const }] : [],
  )
  const cell = (column: Column) => {
    const text = cells[places.get(column) ?? -1]
    return text === '' || text === cprMark ? undefined : text
  }
  // The row's own role has precedence: a refugee in a file of volunteers stays a refugee.
  const written = cell('role')
  const said =
    written === undefined && about.role !== 'column'
      ? about.role
      : written && meaning(roleWords, written)
  const add = (column: Column, code: FieldProblemCode, args?: CellProblem['args']) => {
    const at = places.get(column) ?? -1
    if (problems.some((problem) => problem.at === at && problem.column === column)) return
    problems.push({ at, column, code, ...(args && { args }) })
  }
  if (said !== 'mentor' && said !== 'mentee') {
    add('role', said === undefined ? 'required' : 'choice')
    return { record: null, problems }
  }
  const parsed = Rows[said].safeParse(valuesOf(cell, said, about))
  if (!parsed.success)
    for (const { pointer, code, args } of fieldProblems(parsed.error))
      add(columnOf(pointer), pointer === '/residence' ? 'area' : code, args)
  else if (!about.served.some(({ code }) => code === parsed.data.residence))
    add('residence', 'area')
  if (parsed.success && parsed.data.state === 'ready')
    for (const column of ['languages', 'topics', 'hours'] as const)
      if (parsed.data[column] === undefined) add(column, 'required')
  const spoken = tagsOf(cell('languages')?.replace(/\([^)]*\)|\b[ABC][0-2]\b/gi, '') ?? '')
  for (const column of ['reads', 'writes', 'interprets'] as const)
    if (!tagsOf(cell(column) ?? '').every((tag) => spoken.includes(tag))) add(column, 'notSpoken')
  if (cell('days') !== undefined && cell('hours') === undefined) add('hours', 'required')
  if (problems.length > 0) return { record: null, problems }
  return { record: { ...parsed.data, role: said }, problems: null }
}

function columnAt(mapping: readonly string[], at: number): Column | '' {
  const column = mapping[at] ?? ''
  return isColumn(column) ? column : ''
}

/** The column of a schema's pointer: `/address/street` is `street`, `/languages/0/tag` is `languages`. */
function columnOf(pointer: string): Column {
  const [, field = '', second = '', third = ''] = pointer.split('/')
  if (field === 'address') return isColumn(second) ? second : 'street'
  if (field === 'languages' && third === 'level') return 'level'
  if (field === 'acceptsChildren' || field === 'childrenAlong') return 'children'
  return isColumn(field) ? field : 'name'
}
