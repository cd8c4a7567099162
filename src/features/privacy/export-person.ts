import { type Context, transact, type Work } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { recordAccess } from '../audit/record.ts'
import {
  readOwnEpisodes,
  readOwnMatchEvents,
  readOwnMeetings,
  readOwnProposals,
  readOwnTransitions,
} from './own-matches/sql.ts'
import { listForeignKeys, listRows, listRunEntries, listVisits } from './sql.ts'

type Row = Record<string, unknown>
type ForeignKey = Awaited<ReturnType<typeof listForeignKeys>>[number]

/** Columns that would give access, or say nothing about the person. */
const withheld = new Set(['hash', 'salt', 'commitment', 'nameless'])

/** What others wrote about a concern is for its readers; who reported one gets their own words. */
const confidential = new Set(['concern', 'concern_step'])

/**
 * Everything held about a person, as rows by table. Follows the foreign keys, so that a new table
 * is included without a change here. Colleagues are not named, and of the other of a pair there is neither
 * what they answered and wished nor why. The export is itself recorded.
 */
export async function exportPerson(ctx: Context, personId: string): Promise<Record<string, Row[]>> {
  return transact(ctx, async (ctx) => {
    const found = new Map<string, Row[]>()
    const people = await listRows(ctx.db, 'person', ['id'], [personId])
    if (people.length === 0) throw new Problem('not-found')
    await recordAccess(ctx, 'person-exported', [personId])
    found.set('person', people)
    await walk(ctx, await listForeignKeys(ctx.db), found)
    found.set('meeting', await readOwnMeetings(ctx.db, personId))
    found.set('proposal', await readOwnProposals(ctx.db, personId))
    found.set('enrolment_transition', await readOwnTransitions(ctx.db, personId))
    found.set('match_episode', await readOwnEpisodes(ctx.db, personId))
    found.set('match_event', await readOwnMatchEvents(ctx.db, personId))
    found.set('match_run', await listRunEntries(ctx.db, personId))
    found.set('access_log', await listVisits(ctx.db, personId))
    const shown = (row: Row) => withoutOthers(row, personId)
    return Object.fromEntries([...found].map(([table, rows]) => [table, rows.map(shown)]))
  })
}

/**
 * Breadth-first along the foreign keys. Each table is read only at the level nearest to the person:
 * further away it would also yield other people's rows.
 */
async function walk(ctx: Work, keys: ForeignKey[], found: Map<string, Row[]>): Promise<void> {
  let level = ['person']
  while (level.length > 0) {
    const next: string[] = []
    const children = keys.filter(
      ({ parent, child }) =>
        level.includes(parent) && !found.has(child) && !confidential.has(child),
    )
    for (const child of new Set(children.map((key) => key.child))) {
      const rows: Row[] = []
      for (const parent of level) {
        const columns = children
          .filter((key) => key.child === child && key.parent === parent)
          .map((key) => key.column)
        const ids = found
          .get(parent)!
          .flatMap((row) => (typeof row.id === 'string' ? [row.id] : []))
        if (columns.length > 0 && ids.length > 0)
          rows.push(...(await listRows(ctx.db, child, columns, ids)))
      }
      found.set(child, rows)
      next.push(child)
    }
    level = next
  }
}

function withoutOthers(row: Row, personId: string): Row {
  const kept = Object.entries(row).filter(([name]) => !withheld.has(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, anonymous(value, personId)]))
}

/** Who acted: a colleague by their kind, and the other of a pair as the system, as in their record. */
function anonymous(value: unknown, personId: string): unknown {
  if (typeof value !== 'string') return value
  if (/^(staff|client):/.test(value)) return value.split(':')[0]
  return /^person:/.test(value) && value !== `person:${personId}` ? 'system' : value
}
