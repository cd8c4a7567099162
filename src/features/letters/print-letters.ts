import { randomUUID } from 'node:crypto'
import { type Context, transact } from '../../context.ts'
import { languageFor } from '../../locales/locale.ts'
import { municipalityOf } from '../../web/guard.ts'
import { recordEvents } from '../audit/record.ts'
import type { PrintLetters } from './schema.ts'
import { insertLetters, listDue } from './sql.ts'

export interface Printed {
  /** Null when there was nothing to print. */
  printId: string | null
  printed: number
  /** Enrolments with nothing to print. */
  skipped: string[]
}

/**
 * Records that letters were printed and returns the id of the print. Takes letters that are due and
 * not yet printed, for people reached by letter; with `again`, every letter that is due.
 */
export async function printLetters(ctx: Context, command: PrintLetters): Promise<Printed> {
  return transact(ctx, async (ctx) => {
    const municipality = municipalityOf(ctx.actor)
    const due = await listDue(ctx.db, municipality, ctx.now(), command.enrolmentIds)
    const wanted = due.filter(
      (letter) => command.again || (letter.needsLetter && letter.printedAt === null),
    )
    const reached = new Set(wanted.map(({ enrolmentId }) => enrolmentId))
    const skipped = command.enrolmentIds.filter((id) => !reached.has(id))
    if (wanted.length === 0) return { printId: null, printed: 0, skipped }
    const printId = randomUUID()
    await insertLetters(
      ctx.db,
      wanted.map((letter) => ({
        municipality,
        personId: letter.personId,
        kind: letter.kind,
        subjectId: letter.subjectId,
        startsAt: letter.startsAt,
        locale: command.locale ?? languageFor(letter),
        printId,
        printedAt: ctx.now(),
      })),
    )
    await recordEvents(
      ctx,
      wanted.map(({ personId, subjectId }) => ({
        action: 'letter-printed' as const,
        municipality,
        personId,
        subjectId,
      })),
    )
    return { printId, printed: wanted.length, skipped }
  })
}
