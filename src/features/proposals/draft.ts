import { type Context, transact } from '../../context.ts'
import type { Proposal } from '../../matching/types.ts'
import {
  insertProposals,
  listDecidedPairs,
  listEnrolmentsReady,
  type ReadyRow,
  supersedeDrafts,
} from './sql.ts'

/** A pair of a run that makes no draft, by person, and what happened while the run was solved. */
export interface LeftOut {
  mentor: string
  mentee: string
  why: 'not-ready' | 'decided' | 'no-place'
}

/**
 * Puts a run's pairs before the coordinator as drafts; earlier drafts make room. A large run takes a
 * while: pairs whose people are no longer ready by now, that somebody has said no to, or whose mentor
 * has no place left would be refused when approved. They make no draft, and are returned with why.
 */
export async function draftProposals(
  ctx: Context,
  run: { id: string; municipality: string; programmeId: string },
  pairs: readonly Proposal[],
): Promise<LeftOut[]> {
  return transact(ctx, async (ctx) => {
    const { id: runId, municipality, programmeId } = run
    await supersedeDrafts(ctx.db, programmeId)
    const ready = await listEnrolmentsReady(ctx.db, programmeId)
    const decided = await listDecidedPairs(ctx.db, programmeId)
    const { kept, leftOut } = sortOut(pairs, ready, decided)
    const createdAt = ctx.now()
    await insertProposals(
      ctx.db,
      kept.map(({ pair, mentorId, menteeId }) => ({
        ...{ municipality, programmeId, runId, mentorId, menteeId, createdAt },
        score: pair.points,
        explanation: { parts: pair.score.parts },
      })),
    )
    return leftOut
  })
}

interface Draft {
  pair: Proposal
  mentorId: string
  menteeId: string
}

/** A mentor's last places go to those who have waited longest. */
function sortOut(
  pairs: readonly Proposal[],
  ready: readonly ReadyRow[],
  decided: readonly { mentorId: string; menteeId: string }[],
): { kept: Draft[]; leftOut: LeftOut[] } {
  const rows = new Map(ready.map((row) => [`${row.role}:${row.personId}`, row]))
  const gone = new Set(decided.map(({ mentorId, menteeId }) => `${mentorId}:${menteeId}`))
  const places = new Map(ready.map(({ id, capacity, taken }) => [id, capacity - taken]))
  const since = ({ mentee }: Proposal) =>
    rows.get(`mentee:${mentee}`)?.readySince?.epochMilliseconds ?? 0
  const kept: Draft[] = []
  const leftOut: LeftOut[] = []
  for (const pair of pairs.toSorted((a, b) => since(a) - since(b))) {
    const { mentor, mentee } = pair
    const mentorId = rows.get(`mentor:${mentor}`)?.id
    const menteeId = rows.get(`mentee:${mentee}`)?.id
    if (mentorId === undefined || menteeId === undefined)
      leftOut.push({ mentor, mentee, why: 'not-ready' })
    else if (gone.has(`${mentorId}:${menteeId}`)) leftOut.push({ mentor, mentee, why: 'decided' })
    else if (places.get(mentorId)! <= 0) leftOut.push({ mentor, mentee, why: 'no-place' })
    else {
      places.set(mentorId, places.get(mentorId)! - 1)
      kept.push({ pair, mentorId, menteeId })
    }
  }
  return { kept, leftOut }
}
