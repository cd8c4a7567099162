import { type Context, transact, type Work } from '../../../context.ts'
import { yieldToEventLoop } from '../../../db/yield-to-event-loop.ts'
import { findChanged } from '../writing/find-changed.ts'
import { findSliceEnd, sliceSize } from '../sql.ts'
import { knownPeople } from '../writing/rows/sql.ts'
import { markChanged, markKnown, markKnownTwice, type Search } from './sql.ts'

/** Finds the registered people of a file, and those whose row has new values. */
export async function findKnown(
  ctx: Context,
  sheet: { id: string; municipality: string },
): Promise<void> {
  const { id } = sheet
  for (let after = 0; ;) {
    const through = await transact(ctx, async (ctx) => {
      const slice = await findSliceEnd(ctx.db, id, after, await sliceSize(ctx.db))
      if (slice === undefined) return undefined
      const search = { after, through: slice.through }
      if ((await markKnown(ctx.db, sheet, search)).length > 0) await noteChanges(ctx, id, search)
      return slice.through
    })
    if (through === undefined) break
    after = through
    await yieldToEventLoop()
  }
  await transact(ctx, (ctx) => markKnownTwice(ctx.db, id))
}

/** Marks the rows that have new values about registered people. */
export async function noteChanges(ctx: Work, id: string, rows: Search): Promise<void> {
  const changed = await findChanged(ctx, knownPeople(id, rows))
  if (changed.length > 0) await markChanged(ctx.db, id, changed)
}
