import { sql } from 'kysely'
import type { House } from './house.ts'

/** Every row of every table, including the queue's, as text: what a thief of the disk could read. */
export async function dump(house: House): Promise<string> {
  const { rows } = await sql<{ query: string }>`
    select string_agg(format('select %L as place, t::text as row from %I.%I t',
      schemaname || '.' || tablename, schemaname, tablename), ' union all ') as query
    from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'kept')`.execute(
    house.db,
  )
  const found = await sql.raw<{ place: string; row: string }>(rows[0]!.query).execute(house.db)
  return found.rows.map(({ place, row }) => `${place}: ${row}`).join('\n')
}

/** The lines of a dump that contain one of the texts. */
export function linesWith(dumped: string, needles: readonly string[]): string[] {
  const shapes = needles.map(shapeOf)
  return dumped.split('\n').filter((line) => shapes.some((shape) => shape.test(line)))
}

/** A postcode's digits occur in many ids and times: they count only when separate. */
function shapeOf(needle: string): RegExp {
  const text = RegExp.escape(needle)
  return new RegExp(/^\d{4}$/.test(needle) ? `(?<![\\w.:-])${text}(?![\\w.:-])` : text, 'iu')
}
