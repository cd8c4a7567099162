import type { SelectQueryBuilder } from 'kysely'

/** How many rows a list shows. */
const mostListed = 200

/** The first rows of a query, and how many rows it has in all. */
export async function listFirst<Tables, Table extends keyof Tables, Row>(
  query: SelectQueryBuilder<Tables, Table, Row>,
) {
  const rows = await query.limit(mostListed).execute()
  if (rows.length < mostListed) return { rows, count: rows.length }
  const counting: SelectQueryBuilder<Tables, Table, { count: string }> = query
    .clearSelect()
    .clearOrderBy()
    .select((eb) => eb.fn.countAll<string>().as('count')) as never
  const { count } = await counting.executeTakeFirstOrThrow()
  return { rows, count: Number(count) }
}
