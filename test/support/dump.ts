import { sql } from 'kysely'
import type { House } from './house.ts'

/** Every row of every table there is, the queue's too, as one text: what a thief of the disk would read. */
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

/** The lines of a dump in which something stands that should be gone. */
export function linesWith(dumped: string, needles: readonly string[]): string[] {
  const shapes = needles.map(shapeOf)
  return dumped.split('\n').filter((line) => shapes.some((shape) => shape.test(line)))
}

/** The digits of a postcode are in many an id and time: they count where they stand by themselves. */
function shapeOf(needle: string): RegExp {
  const text = RegExp.escape(needle)
  return new RegExp(/^\d{4}$/.test(needle) ? `(?<![\\w.:-])${text}(?![\\w.:-])` : text, 'iu')
}
