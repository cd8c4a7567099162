import { upgradeRun } from '../../../matching/upgrade-stored.ts'
import type { ProposalRun, ProposeInput, Unmatched } from '../../../matching/types.ts'

/** A finished run with the pool it was made from. */
export interface FinishedRun {
  input: ProposeInput
  run: ProposalRun
}

/** Everyone a run has no proposal for, mentees first. */
export function unmatchedOf(result: Pick<ProposalRun, 'unmatched'> | null): Unmatched[] {
  return [...(result?.unmatched.mentees ?? []), ...(result?.unmatched.mentors ?? [])]
}

/** Which run a task is about; with its people when the thread does not have them yet. */
export interface About {
  key: string
  frozen?: FinishedRun
}

/** About 3 kB each: two municipalities of 5,000 a side, and a whole country alone. */
const mostPeopleKept = 20_000

type Kept = FinishedRun & { now: ProposalRun }
const kept = new Map<string, Kept>()

/**
 * The run a task is about, kept in this thread from the last time, so that the next question about it
 * costs only its answer. `now` is what to compare with when something is solved again. Those that
 * nobody asked for longest make room. Undefined when its people must be sent along.
 */
export function keptRun({ key, frozen }: About): Kept | undefined {
  const found =
    frozen === undefined ? kept.get(key) : { ...frozen, now: upgradeRun(frozen.input, frozen.run) }
  if (found === undefined) return undefined
  kept.delete(key)
  kept.set(key, found)
  const sizeOf = ({ input }: Kept) => input.mentors.length + input.mentees.length
  let people = kept.values().reduce((sum, one) => sum + sizeOf(one), 0)
  for (const [other, one] of kept) {
    if (people <= mostPeopleKept || other === key) break
    people -= sizeOf(one)
    kept.delete(other)
  }
  return found
}

/** Lets go of every run: somebody was erased from the runs they are in. */
export function forgetFrozen(): void {
  kept.clear()
}
