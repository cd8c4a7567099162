import type { ExpressionBuilder, Transaction } from 'kysely'
import type { DB } from '../../../db/types.ts'
import type { OptionalKind } from '../../../mail/message.ts'
import type { Subscriber } from './schema.ts'

type Tx = Transaction<DB>

export async function listUnsubscribed(db: Tx, who: Subscriber): Promise<string[]> {
  const rows = await db.selectFrom('unsubscription').select('kind').where(whose(who)).execute()
  return rows.map(({ kind }) => kind)
}

/** Returns whether any is new. */
export async function insertUnsubscriptions(
  db: Tx,
  who: Subscriber,
  kinds: readonly OptionalKind[],
  at: Temporal.Instant,
): Promise<boolean> {
  if (kinds.length === 0) return false
  const { municipality, personId = null, accountId = null } = who
  const inserted = await db
    .insertInto('unsubscription')
    .values(kinds.map((kind) => ({ municipality, personId, accountId, kind, unsubscribedAt: at })))
    .onConflict((conflict) => conflict.columns(['personId', 'accountId', 'kind']).doNothing())
    .returning('kind')
    .execute()
  return inserted.length > 0
}

export async function deleteUnsubscriptions(
  db: Tx,
  who: Subscriber,
  kinds: readonly OptionalKind[],
): Promise<void> {
  if (kinds.length === 0) return
  await db.deleteFrom('unsubscription').where(whose(who)).where('kind', 'in', kinds).execute()
}

function whose({ personId, accountId }: Subscriber) {
  return (eb: ExpressionBuilder<DB, 'unsubscription'>) =>
    personId === undefined ? eb('accountId', '=', accountId!) : eb('personId', '=', personId)
}
