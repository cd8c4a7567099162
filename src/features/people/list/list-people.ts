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
  next: string | null
  previous: string | null
}
export type StateCounts = Awaited<ReturnType<typeof countPeople>>

/**
 * One page of the municipality's people, with cursors of the neighbouring pages. The cost does not
 * grow with the page number, and people who join meanwhile do not shift the pages.
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
  // The row of the cursor is gone: the first page is shown instead of an empty one.
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

/** The number of people in each state, within the other filters; in the order of the lifecycle. */
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
