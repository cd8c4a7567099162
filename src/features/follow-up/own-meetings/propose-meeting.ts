import { type Context, transact, type Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { planMeeting, requirePlannable } from '../../meetings/planning/plan.ts'
import { fromTheWall } from '../../places/wall-time.ts'
import { ask } from '../../questions/ask.ts'
import { withdrawQuestions } from '../../questions/settle.ts'
import { ProposedMeeting, type ProposeMeeting } from './schema.ts'
import { lockOwnPair } from './sql.ts'

/**
 * Proposes a meeting to the other of an active pair, who confirms it or not. A newer proposal takes the
 * place of one that waits. Weekly hours do not bind the two; the opening hours of a library do.
 */
export async function proposeMeeting(
  ctx: Context,
  matchId: string,
  personId: string,
  wanted: ProposeMeeting,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { municipality, state, own, other } = await lockOwnPair(ctx.db, matchId, personId)
    if (state !== 'active' || isStopped(own) || isStopped(other))
      // Without the state: that somebody asked to end is not for the other to know.
      throw new Problem('state-conflict')
    const { localStart, ...rest } = wanted
    await withoutNames(() => requirePlannable(ctx, planOf(matchId, wanted)))
    const { startsAt } = fromTheWall(localStart, {
      pointer: '/localStart',
      occurrence: wanted.occurrence,
    })
    await withdrawQuestions(ctx, { matchId }, ['meet'])
    const about = JSON.stringify({ localStart: localStart.toString(), ...rest })
    const asked = { kind: 'meet', municipality, personId: other.personId, matchId, about } as const
    await ask(ctx, { ...asked, answerBy: startsAt }, 'meeting-proposed')
  })
}

/** Plans the meeting that one of a pair proposed and the other confirmed. */
export async function planProposedMeeting(
  ctx: Work,
  matchId: string,
  about: unknown,
): Promise<string> {
  return withoutNames(() => planMeeting(ctx, planOf(matchId, ProposedMeeting.parse(about))))
}

function planOf(matchId: string, meeting: ProposedMeeting) {
  return { matchIds: [matchId], ...meeting, accountId: 'none' as const, agreedByPhone: true }
}

/** A refusal that is about somebody names them, which is for coordinators. */
async function withoutNames<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem) || error.type !== 'state-conflict') throw error
    throw new Problem('state-conflict')
  }
}

function isStopped({ state }: { state: string }): boolean {
  return ['suspended', 'paused', 'left'].includes(state)
}
