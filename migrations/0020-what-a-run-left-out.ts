import { type Kysely, sql } from 'kysely'

/** While a large run is solved, pairs can become impossible: they are left out, with the reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match_run add column left_out jsonb not null default '[]'`.execute(db)
  await sql`comment on column match_run.left_out is 'Pairs of the result that became no draft, each with the reason: not-ready, no-place or decided.'`.execute(
    db,
  )
}
