import { type Context, transact } from '../../context.ts'
import { zone } from '../../locales/zone.ts'
import { recordAccess } from '../audit/record.ts'
import { FollowUpPlan } from '../programmes/schema.ts'
import { listRisks } from './at-risk/sql.ts'
import { listCheckIns } from './check-ins/sql.ts'
import { nextCheck } from './checks/planned.ts'
import { listDueChecks, listFollowed } from './checks/sql.ts'
import { readPair } from './sql.ts'

/** How a pair is followed up: why it is at risk, what is due and what comes next, what was heard. */
export async function showFollowUp(ctx: Context, matchId: string) {
  return transact(ctx, async (ctx) => {
    const pair = await readPair(ctx.db, matchId)
    await recordAccess(ctx, 'person-viewed', [pair.mentorPersonId, pair.menteePersonId])
    const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
    const [followed] = await listFollowed(ctx.db, matchId)
    const [risks] = await listRisks(ctx.db, today, matchId)
    return {
      pair,
      today,
      risks: risks?.codes ?? [],
      due: followed === undefined ? [] : await listDueChecks(ctx.db, matchId),
      next: followed && nextCheck(today, FollowUpPlan.parse(followed.followUp), followed),
      checkIns: await listCheckIns(ctx.db, matchId),
    }
  })
}
export type FollowUp = Awaited<ReturnType<typeof showFollowUp>>
