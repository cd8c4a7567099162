import { CORE_VERSION, propose } from './propose.ts'
import type { ProposalRun, ProposeInput } from './types.ts'
import { DEFAULT_SETTINGS, DEFAULT_WEIGHTS } from './weights.ts'

/** A stored pool as this version of the core reads it: settings it did not know of are the default. */
export function upgradeInput(stored: ProposeInput): ProposeInput {
  const weights = { ...DEFAULT_WEIGHTS, ...stored.settings.weights }
  return { ...stored, settings: { ...DEFAULT_SETTINGS, ...stored.settings, weights } }
}

/**
 * The run to compare with when something is solved again. What a stored run proposed stays as it was;
 * but a gain measured from an earlier version's total would be the difference of two rulers, so a run
 * of another version is solved once more by this one.
 */
export function upgradeRun(input: ProposeInput, stored: ProposalRun): ProposalRun {
  return isCurrent(stored) ? stored : propose(input)
}

export function isCurrent({ version }: ProposalRun): boolean {
  return version === CORE_VERSION
}
