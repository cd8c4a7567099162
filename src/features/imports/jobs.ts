import { type Context, transact, type Work } from '../../context.ts'
import type { Lease } from '../../duties/duty.ts'
import { yieldToEventLoop } from '../../db/yield-to-event-loop.ts'
import { Problem } from '../../problems.ts'
import { recordEventForMany } from '../audit/record.ts'
import { updatePeople } from './writing/update-people.ts'
import { deletePeople } from './writing/delete-people.ts'
import { analyzeTables } from './writing/analyze-tables.ts'
import { type Incoming, insertPeople } from './writing/insert-people.ts'
import { noteChanges } from './preview/find-known.ts'
import { findLookedAt, hasNewPeople, markKnown, markKnownTwice } from './preview/sql.ts'
import {
  findSliceEnd,
  lockSpreadsheet,
  type readSpreadsheet,
  sliceSize,
  updateSpreadsheet,
} from './sql.ts'
import {
  changedPeople,
  deleteRowsOf,
  newPeople,
  takenPeople,
  writtenPeople,
} from './writing/rows/sql.ts'

type Sheet = Awaited<ReturnType<typeof readSpreadsheet>>

/** Whoever began to register before we looked may be done only now. */
const overlap = Temporal.Duration.from({ minutes: 1 })

/**
 * Takes over the people of a file: all of them, or none. They are written in short transactions and stay
 * hidden; the last transaction changes the people who were known before and shows everybody. Killed at
 * any point, the import continues where it stopped; two workers on one file take turns. Then the rows of
 * the file are deleted, and so is what a cancelled file had written. Hands back between two slices when
 * the process stops.
 */
export async function workSpreadsheet(
  ctx: Context,
  id: string,
  { signal }: Pick<Lease, 'signal'>,
): Promise<void> {
  const sheet = await begin(ctx, id)
  try {
    await writeAll(ctx, id, signal)
    await finish(ctx, id)
  } catch (error) {
    signal.throwIfAborted()
    await giveUp(ctx, id)
    if (!(error instanceof Problem)) throw error
  }
  if (sheet !== undefined) await clear(ctx, id, signal)
}

async function begin(ctx: Context, id: string): Promise<Sheet | undefined> {
  return transact(ctx, async (ctx) => {
    const sheet = await lockSpreadsheet(ctx.db, id)
    if (sheet.state === 'queued') {
      await updateSpreadsheet(ctx.db, id, { state: 'importing', hidesPeople: true })
      await lookAgain(ctx, sheet)
    }
    return sheet.state === 'ready' ? undefined : sheet
  })
}

/** Writes everybody of the file; lists are asked for meanwhile, and so the database learns as it grows. */
async function writeAll(ctx: Context, id: string, signal: AbortSignal): Promise<void> {
  let learned = 250
  for (;;) {
    signal.throwIfAborted()
    const written = await takeSlice(ctx, id)
    if (written === undefined) break
    await yieldToEventLoop()
    if (written < learned * 2) continue
    await analyzeTables(ctx)
    learned = written
  }
  await analyzeTables(ctx)
}

/** Writes the next people; how many rows are done now, or nothing when there is nothing to do. */
async function takeSlice(ctx: Context, id: string): Promise<number | undefined> {
  return transact(ctx, async (ctx) => {
    const sheet = await lockSpreadsheet(ctx.db, id)
    if (sheet.state !== 'importing') return undefined
    const after = sheet.takenThrough
    const slice = await findSliceEnd(ctx.db, id, after, await sliceSize(ctx.db))
    if (slice === undefined) return undefined
    const rows = { after, through: slice.through }
    await insertPeople(ctx, newPeople(id, rows), incoming(sheet))
    if (sheet.updatesKnown) await noteChanges(ctx, id, rows)
    const imported = sheet.imported + slice.rows
    await updateSpreadsheet(ctx.db, id, { imported, takenThrough: slice.through })
    return imported
  })
}

function incoming(sheet: Sheet): Incoming {
  return {
    municipality: sheet.municipality,
    programmeId: sheet.programmeId,
    actor: sheet.startedBy,
    spreadsheetId: sheet.id,
    consent: { text: sheet.consentText ?? '', locale: sheet.consentLocale ?? 'da' },
  }
}

/** The moment in which all come in: whoever cancels meanwhile waits here, or has been before. */
async function finish(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const sheet = await lockSpreadsheet(ctx.db, id)
    if (sheet.state !== 'importing') return
    await lookAgain(ctx, sheet)
    if (sheet.updatesKnown) await updatePeople(ctx, changedPeople(id), incoming(sheet))
    await updateSpreadsheet(ctx.db, id, { state: 'done', hidesPeople: false })
  })
}

/** Who registered since the file was looked through is known now; what was written of them goes again. */
async function lookAgain(ctx: Work, sheet: Sheet): Promise<void> {
  const since = (sheet.lookedAt ?? sheet.createdAt).subtract(overlap)
  const lookedAt = await findLookedAt(ctx.db, sheet.id, ctx.now())
  await updateSpreadsheet(ctx.db, sheet.id, { lookedAt })
  if (!(await hasNewPeople(ctx.db, sheet.municipality, since))) return
  const everyRow = { after: 0, through: 2 ** 31 - 1 }
  const found = await markKnown(ctx.db, sheet, { ...everyRow, since })
  if (found.length === 0) return
  await deletePeople(ctx, writtenPeople(sheet.id, found), sheet.id)
  await markKnownTwice(ctx.db, sheet.id)
  await noteChanges(ctx, sheet.id, everyRow)
}

/** Nobody is seen of it. It can be pressed again and goes on, or be given up. */
async function giveUp(ctx: Context, id: string): Promise<void> {
  await transact(ctx, async (ctx) => {
    const { state } = await lockSpreadsheet(ctx.db, id)
    if (state === 'importing') await updateSpreadsheet(ctx.db, id, { state: 'failed' })
  })
}

/**
 * Erases the rows of a file that is done, and with each writes down whom it brought; of one that was
 * given up, and with each the person it had written.
 */
async function clear(ctx: Context, id: string, signal: AbortSignal): Promise<void> {
  for (let isLeft = true; isLeft; await yieldToEventLoop()) {
    signal.throwIfAborted()
    isLeft = await transact(ctx, async (ctx) => {
      const sheet = await lockSpreadsheet(ctx.db, id)
      if (sheet.state !== 'done' && sheet.state !== 'cancelled') return false
      const slice = await findSliceEnd(ctx.db, id, 0, await sliceSize(ctx.db))
      if (slice === undefined) {
        if (sheet.hidesPeople) await updateSpreadsheet(ctx.db, id, { hidesPeople: false })
        return false
      }
      const rows = { after: 0, through: slice.through }
      if (sheet.state === 'done') await recordTaken(ctx, sheet, rows)
      else await deletePeople(ctx, newPeople(id, rows), id)
      await deleteRowsOf(ctx.db, id, rows)
      return true
    })
  }
}

async function recordTaken(
  ctx: Work,
  sheet: Sheet,
  rows: { after: number; through: number },
): Promise<void> {
  await recordEventForMany(
    ctx,
    {
      action: 'person-imported',
      municipality: sheet.municipality,
      actor: sheet.startedBy,
      subjectId: sheet.id,
    },
    takenPeople(sheet.id, rows, sheet.updatesKnown),
  )
}
