import { randomUUID } from 'node:crypto'
import { type Context, transact } from '../../context.ts'
import { municipalityOf } from '../../web/guard.ts'
import { recordEvents } from '../audit/record.ts'
import { languageFor } from './language.ts'
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
 * Writes down that these people's letters are printed, and gives what finds them to be shown. Takes
 * those who get letters and what was not printed before; all there is when told to print again.
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
