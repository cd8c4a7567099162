import { z } from 'zod'
import { fieldProblems } from '../../web/form.ts'
import type { FieldProblemCode } from '../../problems.ts'
import { locales } from '../../locales/translate.ts'
import {
  menteeProfile,
  mentorProfile,
  personProfile,
  reachable,
  whoToReach,
} from '../people/profile/schema.ts'
import { hoursOf, interestsOf, languagesOf, meaning, numberOf, topicsOf } from './cells.ts'
import { type Column, fold, isColumn } from './columns.ts'
import { cprMark } from './file/rows.ts'
import type { Named, Repeats } from './repeats.ts'
import {
  channelWords,
  consentWords,
  importedStates,
  localeWords,
  meetsWords,
  roleWords,
  sexWords,
  stateWords,
} from './words.ts'

/** One cell that cannot be used: in which column, counted from 0, and why. */
export interface CellProblem {
  at: number
  column: Column | ''
  code: FieldProblemCode
  args?: Record<string, string | number>
}

export interface CheckedRow {
  number: number
  cells: string[]
  /** The person as the cells say, when nothing is wrong. Empty cells are absent: they change nothing. */
  record: object | null
  problems: CellProblem[] | null
  /** An earlier row about the same person. */
  repeats: number | null
}

/** What the check needs to know besides the cells. */
export interface Surroundings {
  mapping: readonly string[]
  role: 'mentor' | 'mentee' | 'column'
  municipality: string
  served: readonly { code: string; name: string }[]
  partners: readonly { id: string; name: string }[]
}

const state = (role: 'mentor' | 'mentee') => z.enum(importedStates[role]).default('registered')
const { away: _away, onlyAtLibrary: _onlyAtLibrary, ...known } = personProfile
const optional = {
  ...known,
  sex: personProfile.sex.unwrap().optional(),
  meets: personProfile.meets.unwrap().optional(),
  interests: personProfile.interests.unwrap().optional(),
  languages: personProfile.languages.optional(),
  hours: personProfile.hours.optional(),
  locale: z.enum(locales).optional(),
  partner: z.uuid('choice').optional(),
  consent: z.literal(true, 'consent').optional(),
}
const Rows = {
  mentor: z
    .strictObject({
      ...optional,
      topics: z.array(z.object({ topic: mentorProfile.offers.element })).optional(),
      capacity: mentorProfile.capacity.unwrap().optional(),
      state: state('mentor'),
    })
    .refine(reachable, whoToReach),
  mentee: z
    .strictObject({
      ...optional,
      topics: z
        .array(menteeProfile.needs.element.extend({ importance: z.int().min(1).max(3).optional() }))
        .optional(),
      capacity: z.undefined('unknownField').optional(),
      state: state('mentee'),
    })
    .refine((row) => isContact(row) || reachable(row), whoToReach),
}

/** A refugee whom a partner brought contact to: nothing more is asked before they register. */
function isContact(row: { state?: unknown }): boolean {
  return ['contacted', 'interested', 'not_interested', 'no_answer'].includes(String(row.state))
}

/** Checks rows against what a person must be; a row with nothing in it is left out. */
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
  const said =
    about.role === 'column' ? cell('role') && meaning(roleWords, cell('role')!) : about.role
  const add = (column: Column, code: FieldProblemCode, args?: CellProblem['args']) => {
    const at = places.get(column) ?? -1
    if (problems.some((problem) => problem.at === at && problem.column === column)) return
    problems.push({ at, column, code, ...(args && { args }) })
  }
  if (said !== 'mentor' && said !== 'mentee') {
    add('role', said === undefined ? 'required' : 'choice')
    return { record: null, problems }
  }
  const parsed = Rows[said].safeParse(valuesOf(cell, about))
  if (!parsed.success)
    for (const { pointer, code, args } of fieldProblems(parsed.error))
      add(columnOf(pointer), pointer === '/residence' ? 'area' : code, args)
  else if (!about.served.some(({ code }) => code === parsed.data.residence))
    add('residence', 'area')
  if (parsed.success && parsed.data.state === 'ready')
    for (const column of ['languages', 'topics', 'hours'] as const)
      if (parsed.data[column] === undefined) add(column, 'required')
  if (problems.length > 0) return { record: null, problems }
  return { record: { ...parsed.data, role: said }, problems: null }
}

function columnAt(mapping: readonly string[], at: number): Column | '' {
  const column = mapping[at] ?? ''
  return isColumn(column) ? column : ''
}

/** The schema's `/address/street` and `/languages/0/tag` are our columns `street` and `languages`. */
function columnOf(pointer: string): Column {
  const [, field = '', second = '', third = ''] = pointer.split('/')
  if (field === 'address') return isColumn(second) ? second : 'street'
  if (field === 'languages' && third === 'level') return 'level'
  return isColumn(field) ? field : 'name'
}

function valuesOf(cell: (column: Column) => string | undefined, about: Surroundings) {
  const by = <Value>(column: Column, read: (text: string) => Value) => {
    const text = cell(column)
    return text === undefined ? undefined : read(text)
  }
  const address = { street: cell('street'), postcode: cell('postcode'), town: cell('town') }
  const values = {
    name: cell('name'),
    email: cell('email'),
    phone: cell('phone'),
    channel: by('channel', (text) => meaning(channelWords, text)),
    ...(address.street !== undefined && { address }),
    residence: by('residence', (text) => codeOf(text, about.served)) ?? about.municipality,
    sex: by('sex', (text) => meaning(sexWords, text)),
    birthYear: by('birthYear', numberOf),
    locale: by('locale', (text) => meaning(localeWords, text)),
    languages: by('languages', (text) => languagesOf(text, cell('level'))),
    topics: by('topics', topicsOf),
    hours: by('hours', hoursOf),
    meets: by('meets', (text) => meaning(meetsWords, text)),
    furthestDistanceKm: by('furthestDistanceKm', numberOf),
    interests: by('interests', interestsOf),
    capacity: by('capacity', numberOf),
    state: by('state', (text) => meaning(stateWords, text)),
    partner: by('partner', (text) => idOf(text, about.partners)),
    consent: by('consent', (text) => meaning(consentWords, text)),
  }
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

/** A municipality by its name or its code, which spreadsheets strip of the leading zero. */
function codeOf(text: string, served: Surroundings['served']): string {
  if (/^\d{3,4}$/.test(text)) return text.padStart(4, '0')
  const name = fold(text).replace(/ kommune$/, '')
  return served.find((one) => fold(one.name) === name)?.code ?? text
}

function idOf(text: string, partners: Surroundings['partners']): string {
  return partners.find(({ name }) => fold(name) === fold(text))?.id ?? text
}
