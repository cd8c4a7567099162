import { type Context, transact, type Work } from '../../context.ts'
import { appendToJournal } from '../../db/journal.ts'
import { lockParts } from '../../db/lock-pairs.ts'
import { forgetMailsAbout } from '../../mail/forget-mails-about.ts'
import { Problem } from '../../problems.ts'
import { recordEvent } from '../audit/record.ts'
import { forgetPlaces } from '../meetings/planning/forget-places.ts'
import { forgetNotes } from '../follow-up/check-ins/forget-notes.ts'
import { anonymiseAudit } from '../audit/anonymise.ts'
import { endParticipation } from '../people/transitions/by-hand/end-participation.ts'
import { anonymisePerson } from '../people/anonymise.ts'
import { mayMove } from '../people/transitions/lifecycle.ts'
import { moveEnrolment } from '../people/transitions/move-enrolment.ts'
import { forgetPerson } from '../runs/forget-person.ts'
import { forgetPersonInFiles } from '../imports/forget-person.ts'
import {
  hideActor,
  insertErasure,
  listEnrolmentIds,
  lockEnrolmentsOf,
  lockPersonOf,
  moveKeptRows,
  wasErased,
} from './sql.ts'
import { formatErasure, type ErasureEntry } from './erasure-journal.ts'
import { actorColumns, keptRows } from './kept-rows.ts'

/**
 * Erases the person behind an enrolment. Ends what is open with them, deletes everything that
 * identifies them, and keeps anonymous rows so that the figures of every report stay the same.
 * Others are told that their match or meeting is over, without a reason. Idempotent. The journal
 * makes sure that a restored backup is erased again.
 */
export async function erasePerson(
  ctx: Context,
  enrolmentId: string,
  telling: { tellsOthers: boolean } = { tellsOthers: true },
): Promise<void> {
  const erasures = await eraseFromTables(ctx, enrolmentId, telling)
  // After the commit: a slow disk must not hold locks, and a rolled-back erasure must not be
  // journalled. If a crash comes in between, the next start writes the line from the table.
  await appendToJournal(ctx.journal, 'erased', erasures.map(formatErasure), ctx.now())
}

async function eraseFromTables(
  ctx: Context,
  enrolmentId: string,
  telling: { tellsOthers: boolean },
): Promise<ErasureEntry[]> {
  return transact(ctx, async (ctx) => {
    await lockParts(ctx.db, await listEnrolmentIds(ctx.db, { enrolmentId }))
    const person = await lockPersonOf(ctx.db, enrolmentId)
    if (person === undefined) {
      if (await wasErased(ctx.db, enrolmentId)) return []
      throw new Problem('not-found')
    }
    const { id: personId, municipality } = person
    const enrolments = await lockEnrolmentsOf(ctx.db, personId)
    await endEverything(ctx, personId, telling)
    await forgetPerson(ctx, personId)
    await forgetPersonInFiles(ctx, personId)
    await forgetPlaces(ctx, personId)
    await forgetMailsAbout(ctx, personId)
    await forgetNotes(
      ctx,
      enrolments.map(({ id }) => id),
    )
    await anonymisePerson(ctx, personId, async (ids) => {
      for (const kept of keptRows)
        for (const moved of kept.of === 'person' ? [ids.person] : ids.enrolments)
          await moveKeptRows(ctx.db, kept, moved)
      for (const place of actorColumns) await hideActor(ctx.db, place, personId)
    })
    const ids = enrolments.map(({ id }) => id)
    await anonymiseAudit(ctx, { personId, ids })
    await recordEvent(ctx, { action: 'person-erased', municipality })
    return insertErasure(ctx.db, municipality, [personId, ...ids], ctx.now())
  })
}

async function endEverything(
  ctx: Work,
  personId: string,
  telling: { tellsOthers: boolean },
): Promise<void> {
  for (const { id } of await lockEnrolmentsOf(ctx.db, personId))
    await endParticipation(ctx, id, telling)
  for (const { id, role, state } of await lockEnrolmentsOf(ctx.db, personId))
    if (mayMove(role, state, 'left')) await moveEnrolment(ctx, id, { to: 'left' })
}
