import type { Insertable, Selectable, Transaction } from 'kysely'
import type { DB, LinkPurpose, MailedLink } from '../../../db/types.ts'

type Tx = Transaction<DB>

export async function insertLinks(db: Tx, links: readonly Insertable<MailedLink>[]): Promise<void> {
  await db.insertInto('mailedLink').values(links).execute()
}

export async function findLink(
  db: Tx,
  hash: string,
  purposes: readonly LinkPurpose[],
): Promise<Selectable<MailedLink> | undefined> {
  return db
    .selectFrom('mailedLink')
    .selectAll()
    .where('hash', '=', hash)
    .where('purpose', 'in', purposes)
    .executeTakeFirst()
}

/** Counts a wrong word and returns the number so far; at `most` the link expires. */
export async function markWrongWord(
  db: Tx,
  hash: string,
  { most, at }: { most: number; at: Temporal.Instant },
): Promise<number> {
  const { wrongWords } = await db
    .updateTable('mailedLink')
    .set((eb) => ({
      wrongWords: eb('wrongWords', '+', 1),
      expiresAt: eb
        .case()
        .when('wrongWords', '>=', most - 1)
        .then(eb.val(at))
        .else(eb.ref('expiresAt'))
        .end(),
    }))
    .where('hash', '=', hash)
    .returning('wrongWords')
    .executeTakeFirstOrThrow()
  return wrongWords
}

/** An unused, unexpired link. Locked, so that words are tried one after the other. */
export async function lockLink(
  db: Tx,
  hash: string,
  purpose: LinkPurpose,
  now: Temporal.Instant,
): Promise<Selectable<MailedLink> | undefined> {
  return db
    .selectFrom('mailedLink')
    .selectAll()
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

/** Marks a link used. The second of two simultaneous requests waits and finds it used. */
export async function markLinkUsed(
  db: Tx,
  hash: string,
  purpose: LinkPurpose,
  at: Temporal.Instant,
): Promise<Selectable<MailedLink> | undefined> {
  return db
    .updateTable('mailedLink')
    .set({ usedAt: at })
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .returningAll()
    .executeTakeFirst()
}

export async function deletePersonLinks(db: Tx, personId: string) {
  await db
    .deleteFrom('mailedLink')
    .where('personId', '=', personId)
    .where('purpose', 'in', ['sign-in', 'confirm-email', 'concern'])
    // A used link is kept to explain why it no longer works.
    .where('usedAt', 'is', null)
    .execute()
}

/** Expired links are kept to explain why they no longer work. */
export async function expireSignInLinks(
  db: Tx,
  personId: string,
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('mailedLink')
    .set({ expiresAt: at })
    .where('personId', '=', personId)
    .where('purpose', '=', 'sign-in')
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .execute()
}

export async function deleteLinks(db: Tx, purpose: LinkPurpose, accountId: string | null) {
  await db
    .deleteFrom('mailedLink')
    .where('purpose', '=', purpose)
    .where('accountId', 'is not distinct from', accountId)
    .execute()
}
