import type { Work } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { ask } from '../../questions/ask.ts'
import { openTask } from '../../tasks/open.ts'
import type { LockedMatch } from '../transitions/sql.ts'
import { lockParties } from '../sql.ts'
import { listGoOn, listReachable } from './sql.ts'

/** How long an answer counts: long enough for a holiday. */
const answerTime = Temporal.Duration.from({ hours: 14 * 24 })
/** After this a coordinator calls. */
export const daysToAnswer = 3

/**
 * Asks each of a pair, for themselves, whether the pair shall go on, once in an episode. A coordinator
 * gets a task to call those whom no mail reaches.
 */
export async function askToGoOn(ctx: Work, match: LockedMatch): Promise<void> {
  const { id: matchId, municipality, episode } = match
  const asked = await listGoOn(ctx.db, matchId, episode!.openedRecordedAt)
  const parties = await lockParties(ctx.db, [match])
  const unasked = parties.filter((party) =>
    asked.every(({ personId }) => personId !== party.personId),
  )
  if (unasked.length === 0) return
  const reachable = await listReachable(
    ctx.db,
    unasked.map(({ personId }) => personId),
  )
  const answerBy = ctx.now().add(answerTime)
  for (const { id: enrolmentId, personId } of unasked) {
    await ask(ctx, { kind: 'go-on', municipality, personId, matchId, answerBy }, 'go-on')
    if (reachable.includes(personId)) continue
    const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
    const dueOn = today.add({ days: daysToAnswer })
    await openTask(ctx, { municipality, matchId, enrolmentId, kind: 'go_on_unanswered', dueOn })
  }
}
