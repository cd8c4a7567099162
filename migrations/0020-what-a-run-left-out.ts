import { type Kysely, sql } from 'kysely'

/** While a large run is solved the world goes on: pairs that can no longer be offered are left out, and said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match_run add column left_out jsonb not null default '[]'`.execute(db)
  await sql`comment on column match_run.left_out is 'Pairs of the result that made no draft, each with why: not-ready, no-place or decided.'`.execute(
    db,
  )
}
