import { type Context, transact } from '../../context.ts'
import type { Proposal } from '../../matching/types.ts'
import {
  insertProposals,
  listDecidedPairs,
  listEnrolmentsReady,
  type ReadyRow,
  supersedeDrafts,
} from './sql.ts'

/** A pair of a run, by person, that became no draft, and why. */
export interface LeftOut {
  mentor: string
  mentee: string
  why: 'not-ready' | 'decided' | 'no-place'
}

/**
 * Stores a run's pairs as drafts, in place of earlier drafts. While a large run is solved, people
 * may leave, a pair may be decided, or a mentor's places may fill: such pairs become no drafts, and
 * are returned with the reason.
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

/** Separates the pairs that can still be approved. A mentor's last places go to the longest waiting. */
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
