import { sql } from 'kysely'
import { type Context, transact } from '../../src/context.ts'
import type { Duties, Lease } from '../../src/duties/duty.ts'
import { type OnFailure, perform } from '../../src/duties/perform.ts'
import { claimDue, insertRecurring } from '../../src/duties/sql.ts'
import { openLinks } from '../../src/features/accounts/links/open-link.ts'
import { openMailTask } from '../../src/features/tasks/open-mail-task.ts'
import { resolveMailTasks } from '../../src/features/tasks/resolve-mail-tasks.ts'
import type { FailedMail, PostOffice } from '../../src/mail/outbox/office.ts'
import { openOutbox } from '../../src/mail/outbox/send-due.ts'
import type { MailTransport } from '../../src/mail/transport.ts'
import { composers, dutiesOf } from '../../src/workers.ts'
import type { House } from './house.ts'

/**
 * Works all that is due, one after the other, until nothing is, as the workers of a process would.
 * Returns the names of what was worked.
 */
export async function workDue(
  ctx: Context,
  duties: Duties,
  {
    onFailure = () => {},
    signal = new AbortController().signal,
  }: { onFailure?: OnFailure; signal?: AbortSignal } = {},
): Promise<string[]> {
  const names = Object.keys(duties)
  const recurring = names.filter((name) => duties[name]!.next !== undefined)
  await transact(ctx, ({ db }) => insertRecurring(db, recurring, ctx.now()))
  // The clock of a test stands still, and a mail of the same second is due as well.
  await transact(ctx, ({ db }) =>
    db.updateTable('duty').set({ dueAt: ctx.now() }).where('name', '=', 'mail').execute(),
  )
  const places = names.map((name) => ({ name, places: 1 }))
  const worked: string[] = []
  while (!signal.aborted) {
    const claimed = await transact(ctx, ({ db }) => claimDue(db, places, ctx.now(), 10))
    if (claimed.length === 0) break
    for (const one of claimed) {
      await perform(ctx, duties[one.name]!, one, signal, onFailure)
      worked.push(one.name)
    }
  }
  return worked
}

/** A lease that no other worker takes. */
export const aLease: Lease = { signal: new AbortController().signal, isHeld: async () => true }

/** What sends mails in a test; without a transport they are kept to be read. */
export function anOffice(transport?: MailTransport, given: Partial<PostOffice> = {}): PostOffice {
  return {
    composers,
    baseUrl: 'http://localhost:3000',
    mailFrom: 'makker@localhost.localdomain',
    transport,
    sms: undefined,
    keepsLinks: true,
    mailsPerMinute: undefined,
    onUndelivered: openMailTask,
    onSent: resolveMailTasks,
    onFailure: () => {},
    openLinks,
    ...given,
  }
}

/** Sends all mail that is due; returns what the log says of it. */
export async function sendMails(
  house: Pick<House, 'ctx'>,
  office = anOffice(),
  lease = aLease,
): Promise<FailedMail[]> {
  const failed: FailedMail[] = []
  const onFailure = (one: FailedMail) => failed.push(one)
  await openOutbox({ ...office, onFailure })(house.ctx(), '', lease)
  return failed
}

/** Every duty of the product, or the named ones. */
export function someDuties(names: readonly string[] = [], office = anOffice()): Duties {
  const all = Object.entries(dutiesOf(office))
  return Object.fromEntries(all.filter(([name]) => names.length === 0 || names.includes(name)))
}

/** Works the named duties as often as the clock says they are due; returns what was worked. */
export async function work(
  house: Pick<House, 'ctx'>,
  names: readonly string[] = [],
): Promise<string[]> {
  return workDue(house.ctx(), someDuties(names))
}

/** What is to be done under a name, the oldest first. */
export async function dutyRows(house: Pick<House, 'db'>, name: string) {
  return house.db
    .selectFrom('duty')
    .selectAll()
    .where('name', '=', name)
    .orderBy('dueAt')
    .orderBy('id')
    .execute()
}

/** As if another process had taken the duty up a moment ago, and were at work on it. */
export async function takenByAnother(house: Pick<House, 'db'>, name: string): Promise<void> {
  await sql`update duty set attempt = attempt + 1, held_until = clock_timestamp() + interval '1 hour'
    where name = ${name}`.execute(house.db)
}

/** As if the process that holds the duty had ended: its lease has run out. */
export async function leaseOver(house: Pick<House, 'db'>, name: string): Promise<void> {
  await sql`update duty set held_until = clock_timestamp() - interval '1 second'
    where name = ${name} and held_until is not null`.execute(house.db)
}

/** What a night asks of everyone: what runs out, who does not answer, who is asked again. */
export async function lookAfterEveryone(house: Pick<House, 'ctx' | 'db'>): Promise<void> {
  for (const name of [
    'expire-requirements',
    'pause-unanswered',
    'ask-again',
    'remind-coordinators',
  ]) {
    await house.db.deleteFrom('duty').where('name', '=', name).execute()
    await work(house, [name])
  }
}
