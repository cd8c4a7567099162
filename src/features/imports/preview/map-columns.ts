import { type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { findSurroundings } from './find-surroundings.ts'
import { checkInThread } from '../in-thread.ts'
import { findKnown } from './find-known.ts'
import { findLookedAt } from './sql.ts'
import { listRows, lockSpreadsheet, replaceChecks, updateSpreadsheet } from '../sql.ts'

const batch = 200

/** Maps the columns of a file anew, and checks its rows again. Refuses once the import is confirmed. */
export async function mapColumns(ctx: Context, id: string, mapping: string[]): Promise<void> {
  const { municipality, role } = await transact(ctx, async (ctx) => {
    const sheet = await lockSpreadsheet(ctx.db, id)
    if (sheet.state !== 'ready' && sheet.state !== 'reading')
      throw new Problem('state-conflict', { state: sheet.state })
    if (mapping.length !== sheet.header.length)
      throw new Problem('invalid-input', { fields: [{ pointer: '/mapping', code: 'invalid' }] })
    await updateSpreadsheet(ctx.db, id, { state: 'reading', mapping })
    await recordEvent(ctx, {
      action: 'import-changed',
      municipality: sheet.municipality,
      subjectId: id,
    })
    return sheet
  })
  const about = { ...(await findSurroundings(ctx, municipality)), role, mapping }
  let after = 0
  await checkInThread(about, {
    next: async () => {
      const rows = await transact(ctx, (ctx) =>
        listRows(ctx.db, id, { after, only: undefined }, batch),
      )
      after = rows.at(-1)?.number ?? after
      return rows.map(({ number, cells }) => ({ number, cells }))
    },
    keep: (checked) => transact(ctx, (ctx) => replaceChecks(ctx.db, id, checked)),
  })
  await settle(ctx, { id, municipality })
}

/** After the check of rows: finds registered people, and shows the preview. */
export async function settle(
  ctx: Context,
  sheet: { id: string; municipality: string },
): Promise<void> {
  await transact(ctx, async (ctx) => {
    const lookedAt = await findLookedAt(ctx.db, sheet.id, ctx.now())
    await updateSpreadsheet(ctx.db, sheet.id, { lookedAt })
  })
  await findKnown(ctx, sheet)
  await transact(ctx, (ctx) => updateSpreadsheet(ctx.db, sheet.id, { state: 'ready' }))
}
