import { type Insertable, type Selectable, sql, type Transaction } from 'kysely'
import { listFirst } from '../../../db/list-first.ts'
import type { ApiToken, DB } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'

type Tx = Transaction<DB>

export async function insertApiToken(db: Tx, token: Insertable<ApiToken>): Promise<string> {
  const { id } = await db
    .insertInto('apiToken')
    .values(token)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A token, unless the colleague who created it has moved to another municipality. */
export async function findApiToken(db: Tx, id: string): Promise<Selectable<ApiToken> | undefined> {
  return db
    .selectFrom('apiToken')
    .selectAll()
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('account')
            .select('account.id')
            .whereRef(sql<string>`'staff:' || account.id`, '=', 'createdBy')
            .whereRef('account.municipality', 'is distinct from', 'apiToken.municipality'),
        ),
      ),
    )
    .executeTakeFirst()
}

export async function listApiTokens(db: Tx, municipality: string) {
  const all = db
    .selectFrom('apiToken')
    .selectAll()
    .where('municipality', '=', municipality)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
  return listFirst(all)
}

export async function markTokenUsed(db: Tx, id: string, day: Temporal.PlainDate): Promise<void> {
  await db.updateTable('apiToken').set({ lastUsedOn: day }).where('id', '=', id).execute()
}

export async function markTokenRevoked(
  db: Tx,
  id: string,
  municipality: string,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('apiToken')
    .set((eb) => ({ revokedAt: eb.fn.coalesce('revokedAt', eb.val(at)) }))
    .where('id', '=', id)
    .where('municipality', '=', municipality)
    .returning('id')
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}

export async function revokeTokensOf(db: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('apiToken')
    .set({ revokedAt: at })
    .where('createdBy', '=', `staff:${id}`)
    .where('revokedAt', 'is', null)
    .execute()
}
