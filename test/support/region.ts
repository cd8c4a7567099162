import { type Kysely, sql } from 'kysely'
import { population } from '../../bench/matching/population.ts'
import type { DB } from '../../src/db/types.ts'

/**
 * Makes a queued run as large as a region, so that it takes a while: its own people are locked to
 * each other, and many others are added who are not in the database.
 */
export async function widenToRegion(db: Kysely<DB>, runId: string, side: number): Promise<void> {
  const { mentors, mentees } = population(side, side, 3)
  await sql`
    update match_run set pool = pool || jsonb_build_object(
      'locked', (select jsonb_agg(jsonb_build_object('mentor', mentor -> 'id', 'mentee', mentee -> 'id'))
        from rows from (jsonb_array_elements(pool -> 'mentors'), jsonb_array_elements(pool -> 'mentees'))
          as own (mentor, mentee)),
      'mentors', pool -> 'mentors' || ${JSON.stringify(mentors)}::jsonb,
      'mentees', pool -> 'mentees' || ${JSON.stringify(mentees)}::jsonb)
    where id = ${runId}`.execute(db)
}
