import { type Context, transact } from '../../../context.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { recordAccess } from '../../audit/record.ts'
import { enrolmentStates } from '../schema.ts'
import { writeCursor } from './cursor.ts'
import type { FilterPeople, ListPeople } from './schema.ts'
import { countStates, readPage, type Scope } from './sql.ts'

const usualLimit = 50

export interface PageOfPeople {
  people: Awaited<ReturnType<typeof readPage>>
  /** Cursors of the neighbouring pages. */
  next: string | null
  previous: string | null
}
export type StateCounts = Awaited<ReturnType<typeof countPeople>>

/**
 * One page of the municipality's people as they are wanted, with the cursors of its neighbours. The
 * last page costs what the first does, and somebody who joins meanwhile moves nobody.
 */
export async function listPeople(ctx: Context, wanted: ListPeople): Promise<PageOfPeople> {
  const { cursor: position, sort, limit = usualLimit } = wanted
  const rows = await transact(ctx, async (ctx) => {
    const rows = await readPage(ctx.db, wanted, scopeOf(ctx), {
      position: position?.at === undefined && sort !== 'name' ? undefined : position,
      limit,
    })
    await recordAccess(
      ctx,
      'person-listed',
      rows.slice(0, limit).map(({ personId }) => personId),
    )
    return rows
  })
  // Whoever stood there is gone: the list begins again rather than looking empty.
  if (rows.length === 0 && position !== undefined)
    return listPeople(ctx, { ...wanted, cursor: undefined })
  const goesOn = rows.length > limit
  const shown = rows.slice(0, limit)
  if (position?.back) shown.reverse()
  const cursor = (row: (typeof rows)[number] | undefined, back: boolean) => {
    const at = { waiting: row?.stateSince, newest: row?.createdAt, name: undefined }[sort]
    return row === undefined ? null : writeCursor({ back, id: row.id, at })
  }
  return {
    people: shown,
    next: goesOn || position?.back ? cursor(shown.at(-1), false) : null,
    previous: (position?.back ? goesOn : position !== undefined) ? cursor(shown[0], true) : null,
  }
}

/** How many stand in each state, among those whom the rest of the filter leaves; in order of the way. */
export async function countPeople(ctx: Context, filter: FilterPeople) {
  const rows = await transact(ctx, (ctx) => countStates(ctx.db, filter, scopeOf(ctx)))
  return rows
    .map((row) => ({ ...row, count: Number(row.count) }))
    .toSorted(
      (a, b) =>
        b.role.localeCompare(a.role) ||
        enrolmentStates.indexOf(a.state) - enrolmentStates.indexOf(b.state),
    )
}

function scopeOf(ctx: Context): Scope {
  return { municipality: municipalityOf(ctx.actor), now: ctx.now() }
}
