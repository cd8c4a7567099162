import { type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordMeeting } from '../meetings/record.ts'
import type { RecordMeeting } from '../meetings/schema.ts'
import { insertAgreements, lockMatch, markActive } from './sql.ts'

/**
 * Records a meeting and its agreements, and activates the matches that met. Refuses an agreement of
 * a pair that was not there.
 */
export async function recordMeetingOfMatches(
  ctx: Context,
  meetingId: string,
  record: RecordMeeting,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const matchIds = await recordMeeting(ctx, meetingId, record)
    if (record.agreements.some(({ matchId }) => !matchIds.includes(matchId)))
      throw new Problem('invalid-input', { fields: [{ pointer: '/agreements', code: 'choice' }] })
    if (record.outcome !== 'held') return
    for (const matchId of matchIds.toSorted()) {
      const { municipality } = await lockMatch(ctx.db, matchId)
      await markActive(ctx.db, matchId, ctx.now())
      const topics = record.agreements
        .filter((agreement) => agreement.matchId === matchId)
        .flatMap((agreement) => agreement.topics)
      await insertAgreements(
        ctx.db,
        topics.map((topic) => ({ municipality, matchId, topic, agreedAt: ctx.now() })),
      )
    }
  })
}
