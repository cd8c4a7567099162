import { actingAs, type Context, transact } from '../../context.ts'
import { appendToJournal, trimJournal, readJournal } from '../../db/journal.ts'
import { zone } from '../../locales/zone.ts'
import { erasePerson } from './erase.ts'
import { rules } from './rules.ts'
import { insertErasures, listErasures, listToEraseAgain } from './sql.ts'
import { formatErasure, parseErasures } from './erasure-journal.ts'

/**
 * Makes the database and the journal of erasures agree. A person who is only in the journal came
 * back with a restored backup, and is erased again before the product answers requests; others are
 * not told a second time. Returns how many people came back.
 */
export async function replayErasures(by: Context): Promise<number> {
  const ctx = actingAs(by, { kind: 'system' })
  const { keeps } = rules.find(({ name }) => name === 'tombstones')!
  const oldest = ctx.now().toZonedDateTimeISO(zone).subtract(keeps).toInstant()
  const known = await transact(ctx, (ctx) => listErasures(ctx.db))
  const heard = parseErasures(await readJournal(ctx.journal, 'erased')).filter(
    ({ at }) => Temporal.Instant.compare(at, oldest) >= 0,
  )
  const forgotten = missingFrom(known, heard)
  const back = await transact(ctx, (ctx) => listToEraseAgain(ctx.db, forgotten))
  for (const enrolmentId of back) await erasePerson(ctx, enrolmentId, { tellsOthers: false })
  await transact(ctx, (ctx) => insertErasures(ctx.db, forgotten))
  const unheard = missingFrom(heard, known)
  await appendToJournal(ctx.journal, 'erased', unheard.map(formatErasure), ctx.now())
  await trimJournal(ctx.journal, 'erased', oldest)
  return back.length
}

function missingFrom<Entry extends { hash: string }>(
  some: readonly { hash: string }[],
  others: readonly Entry[],
): Entry[] {
  const hashes = new Set(some.map(({ hash }) => hash))
  return others.filter(({ hash }) => !hashes.has(hash))
}
