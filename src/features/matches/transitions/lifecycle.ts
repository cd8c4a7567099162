import type { MatchEventKind, MatchState } from '../../../db/types.ts'

/** `running` stands for active, when the episode has become active, and for accepted otherwise. */
type Next = MatchState | 'running'

/** What can happen to a match in each state, and the state that follows; all else is refused. */
const lifecycle: Record<MatchEventKind, Partial<Record<MatchState, Next>>> = {
  // Also of a closed match: then a new episode begins.
  opened: { closed: 'accepted' },
  activated: { accepted: 'active', paused: 'paused', closing: 'closing' },
  // A corrected record may be of a pair that has ended since.
  deactivated: { active: 'accepted', paused: 'paused', closing: 'closing', closed: 'closed' },
  // A paused match may be paused until another day.
  paused: { accepted: 'paused', active: 'paused', paused: 'paused' },
  // A match that was asked to close may go on after all.
  resumed: { paused: 'running', closing: 'running' },
  // The other may ask as well.
  closing: { accepted: 'closing', active: 'closing', paused: 'closing', closing: 'closing' },
  closed: { accepted: 'closed', active: 'closed', paused: 'closed', closing: 'closed' },
}

/** The state after an event; undefined when it cannot happen in this state. */
export function stateAfter(
  kind: MatchEventKind,
  from: MatchState,
  wasActive: boolean,
): MatchState | undefined {
  const next = lifecycle[kind][from]
  return next === 'running' ? (wasActive ? 'active' : 'accepted') : next
}
