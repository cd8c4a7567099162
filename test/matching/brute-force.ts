import { scorePair } from '../../src/matching/score.ts'
import { daysBetween } from '../../src/matching/profile.ts'
import type { Objective, Pair, ProposeInput } from '../../src/matching/types.ts'

/** Compared entry by entry from the left; more is better. */
export type Worth = readonly number[]

export type Best = { worth: Worth; matched: number; total: number }

type Choice = { mentor: number; points: number; waiting: number }

/**
 * The best assignment by exhaustive search with scorePair, independent of candidates, solver and
 * certificate. For tiny pools.
 */
export function bestByTrying(input: ProposeInput): Best {
  const { mentors, mentees, settings, today } = input
  const excluded = (pair: Pair) =>
    input.excluded.some((p) => p.mentor === pair.mentor && p.mentee === pair.mentee)
  const lockedMentees = new Set(input.locked.map(({ mentee }) => mentee))
  const places = mentors.map(
    ({ id, capacity, taken }) =>
      Math.max(0, capacity - taken) - input.locked.filter(({ mentor }) => mentor === id).length,
  )
  const choices = mentees
    .filter(({ id }) => !lockedMentees.has(id))
    .map((mentee) =>
      mentors.flatMap((mentor, at): Choice[] => {
        const pair = { mentor: mentor.id, mentee: mentee.id }
        const found = scorePair(mentor, mentee, { settings, today, excluded: excluded(pair) })
        if (!found.feasible) return []
        const waiting = daysBetween(mentee.readySince!, today)
        return [{ mentor: at, points: found.score.total, waiting }]
      }),
    )
  let best: Best = { worth: [], matched: 0, total: 0 }
  const tryFrom = (at: number, chosen: readonly Choice[]): void => {
    if (at === choices.length) {
      const worth = worthOf(settings.objective, chosen)
      if (best.worth.length > 0 && compare(worth, best.worth) <= 0) return
      const points = chosen.map((choice) => choice.points)
      best = {
        worth,
        matched: chosen.length,
        total: points.reduce((a, b) => a + b, 0),
      }
      return
    }
    tryFrom(at + 1, chosen)
    for (const choice of choices[at]) {
      if (places[choice.mentor] <= 0) continue
      places[choice.mentor] -= 1
      tryFrom(at + 1, [...chosen, choice])
      places[choice.mentor] += 1
    }
  }
  tryFrom(0, [])
  return best
}

export function worthOf(
  objective: Objective,
  chosen: readonly { points: number; waiting: number }[],
): Worth {
  const total = chosen.reduce((sum, { points }) => sum + points, 0)
  if (objective === 'score') return [total]
  if (objective === 'worst-off') {
    const lowest = Math.min(1_000_001, ...chosen.map(({ points }) => points))
    return [chosen.length, lowest, total]
  }
  const waiting = chosen.map((choice) => choice.waiting).sort((a, b) => b - a)
  return [chosen.length, ...waiting, total]
}

function compare(a: Worth, b: Worth): number {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
