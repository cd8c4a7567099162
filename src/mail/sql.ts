import type { Insertable, Selectable, Transaction } from 'kysely'
import { listFirst } from '../db/list-first.ts'
import type { DB, Mail, MailState } from '../db/types.ts'
import { Problem } from '../problems.ts'

type Tx = Transaction<DB>
export type MailRow = Selectable<Mail>

export async function insertMail(db: Tx, mail: Insertable<Mail>): Promise<string> {
  const { id } = await db.insertInto('mail').values(mail).returning('id').executeTakeFirstOrThrow()
  return id
}

/** Locked, or a mail could be cancelled and sent. */
export async function lockMail(db: Tx, id: string): Promise<MailRow | undefined> {
  return db.selectFrom('mail').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

export async function markMail(
  db: Tx,
  id: string,
  state: MailState,
  at: Temporal.Instant,
  { content, failure = null }: { content?: object; failure?: string | null } = {},
): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      ...{ state, handledAt: at, failure },
      content: content === undefined ? null : JSON.stringify(content),
    })
    .where('id', '=', id)
    .execute()
}

export async function markSending(db: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await db
    .updateTable('mail')
    .set((eb) => ({ state: 'sending', handledAt: at, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function cancelPending(
  db: Tx,
  subjectIds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: 'cancelled', handledAt: at })
    .where('subjectId', 'in', subjectIds)
    .where('state', '=', 'pending')
    .execute()
}

/** Cancels the unsent mails of some kinds to one reader about one subject. */
export async function cancelReplaced(
  db: Tx,
  about: Pick<MailRow, 'personId' | 'accountId' | 'subjectId'>,
  kinds: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: 'cancelled', handledAt: at })
    .where('personId', 'is not distinct from', about.personId)
    .where('accountId', 'is not distinct from', about.accountId)
    .where('subjectId', 'is not distinct from', about.subjectId)
    .where('kind', 'in', kinds)
    .where('state', '=', 'pending')
    .execute()
}

export async function listWaiting(db: Tx, subjectId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('personId')
    .where('subjectId', '=', subjectId)
    .where('state', '=', 'pending')
    .execute()
  return rows.flatMap(({ personId }) => personId ?? [])
}

/** The newest mails, without those cancelled before they were composed. */
export async function listMails(db: Tx, municipality: string | undefined) {
  const newest = db
    .selectFrom('mail')
    .selectAll()
    .$if(municipality !== undefined, (query) =>
      query.where('municipality', '=', municipality!).where('personId', 'is not', null),
    )
    .where((eb) => eb.or([eb('state', '<>', 'cancelled'), eb('content', 'is not', null)]))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
  return listFirst(newest)
}

export async function readMail(
  db: Tx,
  id: string,
  municipality: string | undefined,
): Promise<MailRow> {
  return db
    .selectFrom('mail')
    .selectAll()
    .where('id', '=', id)
    .$if(municipality !== undefined, (query) =>
      query.where('municipality', '=', municipality!).where('personId', 'is not', null),
    )
    .executeTakeFirstOrThrow(() => new Problem('not-found'))
}
