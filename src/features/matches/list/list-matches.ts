import { type Context, transact } from '../../../context.ts'
import { recordAccess } from '../../audit/record.ts'
import { writeCursor } from '../../people/list/cursor.ts'
import { type FindRisks, type ListMatches, type MatchFilter, matchStates } from '../schema.ts'
import { type MatchRow, readMatches } from './sql.ts'

const pageSize = 50
/** More pairs at risk than a library has coordinators for. */
const mostAtRisk = 200

export type ListedMatch = MatchRow & { risks: string[] }

/**
 * A page of matches. The first page of the open ones begins with those at risk, those with the most
 * reasons first; the others follow, the newest first.
 */
export async function listMatches(
  ctx: Context,
  { show, cursor }: ListMatches,
  findRisks: FindRisks,
): Promise<{ atRisk: ListedMatch[]; others: ListedMatch[]; next: string | null }> {
  return transact(ctx, async (ctx) => {
    const risks = new Map((await findRisks(ctx)).map(({ matchId, codes }) => [matchId, codes]))
    const ids = [...risks.keys()]
    const read = async (wanted: Partial<Parameters<typeof readMatches>[1]>) => {
      const states = statesOf(show)
      const rows = await readMatches(ctx.db, { states, limit: pageSize, ...wanted }, ctx.now())
      return rows.map((row) => ({ ...row, risks: risks.get(row.id) ?? [] }))
    }
    const comesFirst = show === 'open' || show === 'at-risk'
    const atRisk =
      comesFirst && cursor === undefined
        ? (await read({ only: ids, limit: mostAtRisk })).toSorted(
            (a, b) => ids.indexOf(a.id) - ids.indexOf(b.id),
          )
        : []
    const after = cursor?.at === undefined ? undefined : { at: cursor.at, id: cursor.id }
    const rest =
      show === 'at-risk'
        ? []
        : await read({ ...(comesFirst ? { without: ids } : {}), after, limit: pageSize + 1 })
    const others = rest.slice(0, pageSize)
    const last = rest.length > pageSize ? others.at(-1) : undefined
    const people = [...atRisk, ...others].flatMap((match) => [
      match.mentorPersonId,
      match.menteePersonId,
    ])
    await recordAccess(ctx, 'person-listed', people)
    const next =
      last === undefined ? null : writeCursor({ back: false, id: last.id, at: last.acceptedAt })
    return { atRisk, others, next }
  })
}

function statesOf(show: MatchFilter) {
  return show === 'open' || show === 'at-risk'
    ? matchStates.filter((state) => state !== 'closed')
    : [show]
}
