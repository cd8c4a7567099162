import type { Context } from '../../../../context.ts'
import type { EnrolmentState } from '../../../../db/types.ts'
import { Problem, type ProblemType } from '../../../../problems.ts'
import { needsReason } from '../lifecycle.ts'
import { moveByHand } from './move-by-hand.ts'
import type { MovePeople } from './schema.ts'

export interface Outcome {
  enrolmentId: string
  outcome: 'moved' | 'refused'
  problem: ProblemType | null
  state: EnrolmentState | null
}

/**
 * Moves several enrolments, each in its own transaction: one that is refused is reported with its
 * reason, and the others are moved. Refuses all when an ending lacks a reason.
 */
export async function movePeople(ctx: Context, command: MovePeople): Promise<Outcome[]> {
  const { enrolmentIds, ...move } = command
  if (needsReason(move.to) && move.reason === undefined)
    throw new Problem('invalid-input', { fields: [{ pointer: '/reason', code: 'required' }] })
  const outcomes: Outcome[] = []
  for (const enrolmentId of new Set(enrolmentIds)) {
    try {
      await moveByHand(ctx, enrolmentId, move)
      outcomes.push({ enrolmentId, outcome: 'moved', problem: null, state: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const state = (error.state ?? null) as EnrolmentState | null
      outcomes.push({ enrolmentId, outcome: 'refused', problem: error.type, state })
    }
  }
  return outcomes
}
