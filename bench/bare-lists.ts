import type { FilterPeople, ListPeople } from '../src/features/people/list/schema.ts'
import { searchTerms } from '../src/features/people/list/search-terms.ts'

/*
 * The pages as hand-written SQL that knows tables and indexes, without row-level security.
 */

const orders = { waiting: 'e.state_since', newest: 'e.created_at', name: 'p.sort_name' }

const rare = new Set(['ti'])

export function barePage(wanted: ListPeople, now: Temporal.Instant, fromTheEnd = false) {
  const { text, values } = where(wanted, now)
  const direction = (wanted.sort === 'newest') !== fromTheEnd ? 'desc' : 'asc'
  return {
    text: `select e.id, e.person_id, e.role, e.state, e.state_since, e.created_at, p.name, m.name as residence,
        array(select tag from person_language l where l.person_id = e.person_id order by level desc, tag)
      from enrolment e join person p on p.id = e.person_id join municipality m on m.code = p.residence
      where p.municipality = $1 and ${text}
      order by ${orders[wanted.sort]} ${direction}, e.id ${direction} limit 51`,
    values,
  }
}

export function bareCounts(filter: FilterPeople, now: Temporal.Instant) {
  const { text, values } = where(filter, now)
  return {
    text: `select role_key, state_key, count(*) from enrolment e where ${text} group by 1, 2`,
    values,
  }
}

function where(filter: FilterPeople, now: Temporal.Instant) {
  const values: unknown[] = ['0461']
  const own = '$1'
  const parts = [`e.municipality = ${own}`]
  const add = (value: unknown, part: (name: string) => string) => {
    values.push(value)
    parts.push(part(`$${values.length}`))
  }
  if (filter.role) add(filter.role, (n) => `e.role_key = ${n}`)
  if (filter.state) add(filter.state, (n) => `e.state_key = ${n}`)
  if (filter.waitingDays)
    add(now.subtract({ hours: 24 * filter.waitingDays }).toString(), (n) => `e.state_since < ${n}`)
  if (filter.language)
    add(filter.language, (n) => {
      const speakers = `select person_id from person_language where municipality = ${own} and tag = ${n}`
      // For a rare language, fetch its speakers first.
      return rare.has(filter.language!)
        ? `e.person_id = any(array(${speakers}))`
        : `e.person_id in (${speakers})`
    })
  if (filter.residence)
    add(
      filter.residence,
      (n) =>
        `e.person_id in (select id from person where municipality = ${own} and residence = ${n})`,
    )
  for (const term of searchTerms(filter.q ?? ''))
    add(
      term,
      (n) => `e.person_id in (select person_id from person_term where municipality = ${own}
        and term >= fold(${n}) and term < fold(${n}) || chr(1114111))`,
    )
  return { text: parts.join(' and '), values }
}
