import { CORE_VERSION, propose } from './propose.ts'
import type { ProposalRun, ProposeInput } from './types.ts'
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS } from './weights.ts'

/** A stored input as this version reads it: settings it lacks get their defaults. */
export function upgradeInput(stored: ProposeInput): ProposeInput {
  const weights = { ...DEFAULT_WEIGHTS, ...stored.settings.weights }
  return { ...stored, settings: { ...DEFAULT_SETTINGS, ...stored.settings, weights } }
}

/**
 * The run to compare new solutions with: the stored one, or one solved by this version if another version
 * stored it, as totals of different versions are not comparable.
 */
export function upgradeRun(input: ProposeInput, stored: ProposalRun): ProposalRun {
  return isCurrent(stored) ? stored : propose(input)
}

export function isCurrent({ version }: ProposalRun): boolean {
  return version === CORE_VERSION
}
