import { actorName, type Context, transact } from '../../context.ts'
import { findSurroundings } from './preview/find-surroundings.ts'
import { readInThread } from './in-thread.ts'
import type { Upload } from './schema.ts'
import { eraseSpreadsheets } from './erase.ts'
import { findMapping, insertRows, insertSpreadsheet, sliceSize, updateSpreadsheet } from './sql.ts'
import { mapColumns, settle } from './preview/map-columns.ts'

/**
 * Reads a file of people and stores its checked rows for the coordinator's preview. Registers no one.
 * Refuses an unreadable file with the reason; CPR numbers are not stored. Returns the file's id.
 */
export async function uploadSpreadsheet(
  ctx: Context,
  municipality: string,
  { role, sheet, file }: Upload,
): Promise<string> {
  await eraseSpreadsheets(ctx)
  const about = { ...(await findSurroundings(ctx, municipality)), role }
  const { id, batch } = await transact(ctx, async (ctx) => ({
    id: await insertSpreadsheet(ctx.db, {
      municipality,
      programmeId: about.programmeId,
      role,
      startedBy: actorName(ctx.actor),
      createdAt: ctx.now(),
    }),
    batch: await sliceSize(ctx.db),
  }))
  try {
    const outline = await readInThread({ bytes: file, sheet, about, batch }, (rows) =>
      transact(ctx, (ctx) => insertRows(ctx.db, { id, municipality }, rows)),
    )
    const earlier = await transact(ctx, (ctx) => findMapping(ctx.db, outline.header))
    await transact(ctx, (ctx) => updateSpreadsheet(ctx.db, id, outline))
    if (earlier !== undefined && earlier.join() !== outline.mapping.join())
      await mapColumns(ctx, id, earlier)
    else await settle(ctx, { id, municipality })
    return id
  } catch (error) {
    await eraseSpreadsheets(ctx, id)
    throw error
  }
}
