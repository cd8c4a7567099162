import { type Kysely, sql } from 'kysely'

/**
 * Why a meeting was cancelled is a code of our own, so that pages have words for it: what somebody chose,
 * or what became of the pair or the person. A pause and a suspension were written as an end before; which
 * it was is not known any more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table meeting add constraint meeting_cancelled_reason check (cancelled_reason in (
    'ill', 'no_time', 'work_or_study', 'transport', 'child_care', 'place', 'not_needed', 'other',
    'match_ended', 'match_paused', 'person_suspended'))`.execute(db)
  await sql`comment on column meeting.cancelled_reason is
    'For colleagues only: neither of a pair is told why the other does not come.'`.execute(db)
}
