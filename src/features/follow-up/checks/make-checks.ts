import { type Context, transact, type Work } from '../../../context.ts'
import type { MatchCheckKind } from '../../../db/types.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { FollowUpPlan } from '../../programmes/schema.ts'
import { openTask } from '../../tasks/open.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { askFit } from '../questions/ask-fit.ts'
import { checkTasks } from '../schema.ts'
import { checksDueOn, type PlannedCheck } from './planned.ts'
import {
  deleteChecksAhead,
  findCheckIn,
  insertCheck,
  listFollowed,
  listResting,
  lockMatch,
} from './sql.ts'

/**
 * Makes the checks of running pairs that have become due, each with a task; those of paused and
 * closed pairs rest. Doing it twice changes nothing more.
 */
export async function makeChecks(ctx: Context): Promise<void> {
  const running = await transact(ctx, (ctx) => listFollowed(ctx.db))
  await forEach(running, ({ id }) => makeChecksOf(ctx, id))
  const resting = await transact(ctx, (ctx) => listResting(ctx.db))
  await forEach(resting, (id) => restChecks(ctx, id))
}

/** Makes the checks of one pair that have become due. */
async function makeChecksOf(ctx: Context, matchId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockMatch(ctx.db, matchId)
    // It may have been paused or closed while we waited for the lock.
    const [match] = await listFollowed(ctx.db, matchId)
    if (match === undefined) return
    const { municipality, followUp, asksToGoOn, madeOnce } = match
    for (const check of checksDueOn(todayOf(ctx), FollowUpPlan.parse(followUp), match)) {
      if (madeOnce.includes(check.kind)) continue
      await makeCheck(ctx, { matchId, municipality }, check)
      if (check.kind === fitWith(asksToGoOn) || check.kind === 'review')
        await askFit(ctx, { matchId, municipality })
    }
  })
}

/** After their first meeting the two are asked whether they fit, unless they are asked to go on. */
function fitWith(asksToGoOn: boolean): MatchCheckKind | undefined {
  return asksToGoOn ? undefined : 'first-contact'
}

async function makeCheck(
  ctx: Work,
  match: { matchId: string; municipality: string },
  check: PlannedCheck,
): Promise<void> {
  const checkInId = (await findCheckIn(ctx.db, match.matchId, check.dueFrom)) ?? null
  const made = { ...match, ...check, checkInId, createdAt: ctx.now() }
  if ((await insertCheck(ctx.db, made)) && checkInId === null)
    await openTask(ctx, { ...match, kind: checkTasks[check.kind], dueOn: check.dueBy })
}

async function restChecks(ctx: Context, matchId: string): Promise<void> {
  return transact(ctx, async (ctx) => {
    await lockMatch(ctx.db, matchId)
    if (!(await listResting(ctx.db)).includes(matchId)) return
    await deleteChecksAhead(ctx.db, matchId, todayOf(ctx))
    await resolveTasks(ctx, { matchId, kinds: Object.values(checkTasks) })
  })
}

function todayOf(ctx: Work): Temporal.PlainDate {
  return ctx.now().toZonedDateTimeISO(zone).toPlainDate()
}
