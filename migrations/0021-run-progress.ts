import { type Kysely, sql } from 'kysely'

/** A phase of a large run takes minutes: how much of it is done, so that nobody has to guess whether it hangs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table match_run add column percent smallint check (percent between 0 and 100)`.execute(
    db,
  )
  await sql`comment on column match_run.percent is 'How much of the phase is done; null where a phase cannot tell.'`.execute(
    db,
  )
}
