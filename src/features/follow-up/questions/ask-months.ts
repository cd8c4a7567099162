import { type Context, transact } from '../../../context.ts'
import { forEach } from '../../../duties/each.ts'
import { zone } from '../../../locales/zone.ts'
import { ask } from '../../questions/ask.ts'
import { withdrawQuestions } from '../../questions/settle.ts'
import { untilNine } from './month.ts'
import { listForMonth } from './sql.ts'

/** Until the next month is asked about. */
const lastDay = { months: 1 }

/**
 * Asks each active pair in the first week of a month how often they met in the last one, for how many
 * hours, and whether all is well.
 */
export async function askMonths(ctx: Context): Promise<void> {
  const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
  if (today.day > 7) return
  const first = today.with({ day: 1 })
  const askedSince = first.toZonedDateTime(zone).toInstant()
  const answerBy = first.add(lastDay).toZonedDateTime(zone).toInstant()
  const pairs = await transact(ctx, ({ db }) =>
    listForMonth(db, { askedSince, activeBefore: first }),
  )
  await forEach(pairs, ({ matchId, municipality, personId }) =>
    transact(ctx, async (ctx) => {
      await withdrawQuestions(ctx, { matchId }, ['month'])
      const question = { kind: 'month', municipality, personId, matchId, answerBy } as const
      await ask(ctx, question, 'check-in', untilNine(ctx.now()))
    }),
  )
}
