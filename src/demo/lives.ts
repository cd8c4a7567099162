import type { Work } from '../context.ts'
import { recordCheckIn } from '../features/follow-up/check-ins/record-check-in.ts'
import { closeMatch } from '../features/matches/close.ts'
import { askClosure } from '../features/matches/closing/ask-closure.ts'
import { answerGoOnFor } from '../features/matches/go-on/answer.ts'
import { recordMeetingOfMatches } from '../features/matches/record-meeting.ts'
import { pauseMatch } from '../features/matches/transitions/pause.ts'
import { findTimes } from '../features/meetings/planning/find-times.ts'
import { planMeeting } from '../features/meetings/planning/plan.ts'
import { zone } from '../locales/zone.ts'

/** Where a pair of the demo stands today. */
export type Life = 'meets' | 'still' | 'paused' | 'closing' | 'closed' | 'unrecorded' | 'new'

interface Pair {
  matchId: string
  siteId: string
  /** The coordinator's context on a day in the past. */
  daysAgo: (days: number) => Work
}

/** Lets a pair live since both accepted, 72 days ago, or two days ago when it is new. */
export async function liveOn(life: Life, pair: Pair): Promise<void> {
  const { matchId, daysAgo } = pair
  if (life === 'new') return void (await plan(pair, daysAgo(1)))
  // A few pairs find no time together at the library, and have not met.
  if (!(await meet(pair, 71))) return
  for (const party of ['mentor', 'mentee'] as const)
    await answerGoOnFor(daysAgo(59), matchId, { party, answer: 'yes', channel: 'phone' })
  // The pair that stands still was spoken with once; nothing has happened since.
  await recordCheckIn(daysAgo(58), matchId, { with: 'both', way: 'phone', goes: 'well' })
  if (life === 'still') return
  await meet(pair, 45)
  await recordCheckIn(daysAgo(30), matchId, { with: 'mentee', way: 'in-person', goes: 'well' })
  if (life === 'meets' || life === 'unrecorded') {
    await meet(pair, 24)
    await recordCheckIn(daysAgo(9), matchId, { with: 'mentor', way: 'phone', goes: 'mixed' })
    await plan(pair, daysAgo(life === 'meets' ? 0 : 12))
  }
  if (life === 'paused') {
    const until = daysAgo(-21).now().toZonedDateTimeISO(zone).toPlainDate()
    await pauseMatch(daysAgo(10), matchId, { until, side: 'mentor' })
  }
  const ending = { side: 'mentee', reasons: ['goal_reached'] } as const
  if (life === 'closing') await askClosure(daysAgo(6), matchId, ending)
  if (life === 'closed')
    await closeMatch(daysAgo(6), matchId, { ...ending, as: 'completed', goals: 'mostly' })
}

/** Plans a meeting at the first time that suits everybody, and returns when it ends. */
async function plan({ matchId, siteId }: Pair, on: Work) {
  const { free } = await findTimes(on, { match: [matchId], minutes: 60, siteId })
  const [first] = free
  if (first === undefined) return undefined
  const { startsAt } = first
  const id = await planMeeting(on, { matchIds: [matchId], siteId, startsAt, minutes: 60 })
  return { id, endsAt: startsAt.add({ hours: 1 }) }
}

/** A meeting at which both were, with an agreement, as the coordinator records it; false when there was no time. */
async function meet(pair: Pair, days: number): Promise<boolean> {
  const { matchId, daysAgo } = pair
  const planned = await plan(pair, daysAgo(days))
  if (planned === undefined) return false
  const afterwards = { ...daysAgo(days), now: () => planned.endsAt.add({ hours: 1 }) }
  await recordMeetingOfMatches(afterwards, planned.id, {
    agreements: [{ matchId, topics: ['dansk'] }],
  })
  return true
}
