import { type Expression, expressionBuilder, type SqlBool, sql, type Transaction } from 'kysely'
import { inScope } from '../../../db/scope/in-scope.ts'
import type { DB } from '../../../db/types.ts'
import { zone } from '../../../locales/zone.ts'
import type { CursorPosition } from './cursor.ts'
import type { FilterPeople, ListPeople } from './schema.ts'
import { searchTerms } from './search-terms.ts'

type Tx = Transaction<DB>

/** Implied by row-level security, but only an explicit condition can use an index. */
export interface Scope {
  municipality: string
  now: Temporal.Instant
}

/** Compares only text, time and ids: under row-level security no other operator uses an index. */
function conditions(
  filter: FilterPeople,
  scope: Scope,
  { isRare = false } = {},
): Expression<SqlBool>[] {
  const eb = expressionBuilder<DB, 'enrolment'>()
  const found: Expression<SqlBool>[] = [eb('enrolment.municipality', '=', scope.municipality)]
  if (filter.role) found.push(eb('enrolment.roleKey', '=', filter.role))
  if (filter.state) found.push(eb('enrolment.stateKey', '=', filter.state))
  if (filter.programme) found.push(eb('enrolment.programmeId', '=', filter.programme))
  if (filter.waitingDays !== undefined) {
    const since = scope.now.subtract({ hours: 24 * filter.waitingDays })
    found.push(eb('enrolment.stateSince', '<', since))
  }
  if (filter.language) {
    const speakers = speakersOf(filter.language, scope)
    found.push(
      isRare
        ? eb('enrolment.personId', '=', sql<string>`any(array(${speakers}))`)
        : eb('enrolment.personId', 'in', speakers),
    )
  }
  if (filter.residence) {
    const residents = eb
      .selectFrom('person')
      .select('id')
      .where('municipality', '=', scope.municipality)
      .where('residence', '=', filter.residence)
    found.push(eb('enrolment.personId', 'in', residents))
  }
  if (filter.missing) {
    const today = scope.now.toZonedDateTimeISO(zone).toPlainDate()
    const lacking = sql<string>`(select enrolment_id from missing_requirement(${today})
      where ${inScope('missing_requirement')} and kind = ${filter.missing})`
    found.push(eb('enrolment.id', 'in', lacking))
  }
  for (const term of searchTerms(filter.q ?? '')) {
    const named = eb
      .selectFrom('personTerm')
      .select('personId')
      .where('municipality', '=', scope.municipality)
      .where('term', '>=', sql<string>`fold(${term})`)
      .where('term', '<', sql<string>`fold(${term}) || chr(1114111)`)
    found.push(eb('enrolment.personId', 'in', named))
  }
  return found
}

function speakersOf(language: string, { municipality }: Scope) {
  return expressionBuilder<DB, never>()
    .selectFrom('personLanguage')
    .select('personId')
    .where('municipality', '=', municipality)
    .where('tag', '=', language)
}

const rareLimit = 3_000

/**
 * Whether fetching all speakers of a language is faster than walking the ordered list until a page
 * is full. The planner assumes that they are spread evenly over the list: where all 600 speakers
 * stand at the end of 40,000 people, a page takes 27 ms instead of 96.
 */
async function isRareLanguage(db: Tx, language: string, scope: Scope): Promise<boolean> {
  const counted = speakersOf(language, scope).limit(rareLimit + 1)
  const { count } = await db
    .selectFrom(counted.as('speaker'))
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count) <= rareLimit
}

/** One page and one row more, which tells whether another page follows. */
export async function readPage(
  db: Tx,
  wanted: ListPeople,
  scope: Scope,
  { position, limit }: { position: CursorPosition | undefined; limit: number },
) {
  const { back = false } = position ?? {}
  const direction = (wanted.sort === 'newest') !== back ? 'desc' : 'asc'
  const column = sql.ref(orders[wanted.sort])
  const isRare = wanted.language !== undefined && (await isRareLanguage(db, wanted.language, scope))
  const rows = db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.personId')
    .select([
      'enrolment.id',
      'enrolment.personId',
      'enrolment.role',
      'enrolment.state',
      'enrolment.stateSince',
      'enrolment.pausedUntil',
      'enrolment.createdAt',
      'person.name',
      'person.residence',
      'person.sortName',
      'person.emailUnconfirmedSince',
    ])
    .where((eb) => eb.and(conditions(wanted, scope, { isRare })))
    .where('person.municipality', '=', scope.municipality)
    .$if(position !== undefined, (query) =>
      query.where(afterCursor(wanted.sort, direction, position!)),
    )
    .orderBy(column, direction)
    .orderBy('enrolment.id', direction)
    .limit(limit + 1)
    .as('page')
  return db
    .selectFrom(rows)
    .innerJoin('municipality', 'municipality.code', 'page.residence')
    .selectAll('page')
    .select((eb) => [
      'municipality.name as residenceName',
      sql<string[]>`array(${eb
        .selectFrom('personLanguage')
        .select('personLanguage.tag')
        .whereRef('personLanguage.personId', '=', 'page.personId')
        .orderBy('personLanguage.level', 'desc')
        .orderBy('personLanguage.tag')})`.as('languages'),
    ])
    .orderBy(sql.ref(`page.${orders[wanted.sort].split('.')[1]}`), direction)
    .orderBy('page.id', direction)
    .execute()
}

const orders = {
  waiting: 'enrolment.stateSince',
  newest: 'enrolment.createdAt',
  name: 'person.sortName',
} as const

function afterCursor(
  sort: ListPeople['sort'],
  direction: 'asc' | 'desc',
  position: CursorPosition,
) {
  const column = sql.ref(orders[sort])
  const comparison = direction === 'asc' ? sql`>` : sql`<`
  const at =
    sort === 'name'
      ? sql`(select person.sort_name from person join enrolment on enrolment.person_id = person.id
          where ${inScope('person')} and ${inScope('enrolment')} and enrolment.id = ${position.id})`
      : sql`${position.at!}`
  // Redundant with the second comparison, but an index on one column can use it: the last page by name
  // of 40,000 people takes 60 ms instead of 730.
  return sql<SqlBool>`${column} ${comparison}= ${at}
    and (${column}, enrolment.id) ${comparison} (${at}, ${position.id}::uuid)`
}

/** The number of enrolments by role and state, within the other filters. */
export async function countStates(db: Tx, filter: FilterPeople, scope: Scope) {
  const others = { ...filter, role: undefined, state: undefined }
  return db
    .selectFrom('enrolment')
    .select((eb) => [
      sql<'mentor' | 'mentee'>`role_key`.as('role'),
      sql<DB['enrolment']['state']>`state_key`.as('state'),
      eb.fn.countAll<string>().as('count'),
    ])
    .where((eb) => eb.and(conditions(others, scope)))
    .groupBy(['roleKey', 'stateKey'])
    .execute()
}

/** The first matches of a filter, longest in their state first. */
export async function listFound(db: Tx, filter: FilterPeople, scope: Scope, limit: number) {
  const rows = await db
    .selectFrom('enrolment')
    .select('enrolment.id')
    .where((eb) => eb.and(conditions(filter, scope)))
    .orderBy('enrolment.stateSince')
    .orderBy('enrolment.id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

export async function listProgrammes(db: Tx, municipality: string) {
  return db
    .selectFrom('programme')
    .select(['id', 'name'])
    .where('municipality', '=', municipality)
    .orderBy('name')
    .execute()
}
