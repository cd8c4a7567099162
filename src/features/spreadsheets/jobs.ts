import { type Context, transact, type Work } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { registerMany } from '../people/register-many.ts'
import {
  deleteRows,
  findSliceEnd,
  isEmbedded,
  lockSpreadsheet,
  markImported,
  readSpreadsheet,
  stagedPeople,
  updateSpreadsheet,
} from './sql.ts'

type Sheet = Awaited<ReturnType<typeof readSpreadsheet>>

/** Rows per step: on PostgreSQL for the progress bar, on the embedded engine for those who wait. */
const step = { server: 5_000, embedded: 200 }

/**
 * Takes over the people of a file. On PostgreSQL in one transaction: killed at any point, nobody is
 * in. The embedded engine would keep everybody waiting so long, so there it goes in short transactions
 * that remember how far they came: killed at any point, the rest follows when the job is taken up
 * again. All rows were checked before; what goes wrong before the first is in leaves nobody in.
 */
export async function workSpreadsheet(ctx: Context, id: string): Promise<void> {
  const sheet = await transact(ctx, async (ctx) => {
    const sheet = await lockSpreadsheet(ctx.db, id)
    if (sheet.state !== 'queued' && sheet.state !== 'importing') return undefined
    await updateSpreadsheet(ctx.db, id, { state: 'importing' })
    return { ...sheet, isEmbedded: await isEmbedded(ctx.db) }
  })
  if (sheet === undefined) return
  try {
    if (sheet.isEmbedded) await takeOverInSteps(ctx, sheet)
    else await takeOverAtOnce(ctx, sheet)
  } catch (error) {
    await giveUp(ctx, id)
    if (!(error instanceof Problem)) throw error
  }
}

async function takeOverAtOnce(outside: Context, sheet: Sheet): Promise<void> {
  await transact(outside, async (ctx) => {
    let imported = 0
    for (;;) {
      const taken = await takeSlice(ctx, sheet, step.server)
      if (taken === 0) break
      imported += taken
      // Past the open transaction, so that others see it.
      const { state } = await transact(outside, async (ctx) => {
        await updateSpreadsheet(ctx.db, sheet.id, { imported })
        return readSpreadsheet(ctx.db, sheet.id)
      })
      if (state !== 'importing') throw new Problem('state-conflict', { state })
    }
    await finish(ctx, sheet.id)
  })
}

async function takeOverInSteps(ctx: Context, sheet: Sheet): Promise<void> {
  for (let { imported } = sheet; ;) {
    const taken = await transact(ctx, async (ctx) => {
      const { state } = await lockSpreadsheet(ctx.db, sheet.id)
      if (state !== 'importing') throw new Problem('state-conflict', { state })
      const taken = await takeSlice(ctx, sheet, step.embedded)
      if (taken === 0) await finish(ctx, sheet.id)
      else
        await updateSpreadsheet(ctx.db, sheet.id, {
          imported: imported + taken,
          hasTakenOver: true,
        })
      return taken
    })
    if (taken === 0) return
    imported += taken
  }
}

async function takeSlice(ctx: Work, sheet: Sheet, size: number): Promise<number> {
  const through = await findSliceEnd(ctx.db, sheet.id, size)
  if (through === null) return 0
  await registerMany(ctx, stagedPeople(sheet.id, through), {
    municipality: sheet.municipality,
    programmeId: sheet.programmeId,
    actor: sheet.startedBy,
    subjectId: sheet.id,
    consent: { text: sheet.consentText ?? '', locale: sheet.consentLocale ?? 'da' },
  })
  return markImported(ctx.db, sheet.id, through)
}

/** Whoever cancels meanwhile waits here, or has been before. */
async function finish(ctx: Work, id: string): Promise<void> {
  const { state } = await lockSpreadsheet(ctx.db, id)
  if (state !== 'importing') throw new Problem('state-conflict', { state })
  await deleteRows(ctx.db, id)
  await updateSpreadsheet(ctx.db, id, { state: 'done' })
}

/** Nobody is in: it can be pressed again, or is gone if it was cancelled. A part that is in stays to be finished. */
async function giveUp(outside: Context, id: string): Promise<void> {
  await transact(outside, async (ctx) => {
    const { state, hasTakenOver } = await lockSpreadsheet(ctx.db, id)
    if (state === 'cancelled') await deleteRows(ctx.db, id)
    if (state === 'importing' && !hasTakenOver)
      await updateSpreadsheet(ctx.db, id, { state: 'failed', imported: 0 })
  })
}
