import { type Context, transact, type Work } from '../../context.ts'
import type { Lease } from '../../duties/duty.ts'
import { failureOf } from '../../duties/failure.ts'
import type { Message } from '../message.ts'
import { type Lane, lockDue, type MailRow, markSending, markUnsent } from '../sql.ts'
import { withoutTokens } from '../without-tokens.ts'
import { composeMails } from '../writing/compose.ts'
import { type PostOffice, transportOf } from './office.ts'
import { settle } from './settle.ts'

/** A mail that is written and can no longer be taken back. */
export interface Written {
  mail: MailRow
  message: Message & { to: { address: string } }
}

export interface Taken {
  written: Written[]
  /** How many were due and are not sent. */
  others: number
}

/** What to take: as many as there is room for, and none to a reader to whom one is under way. */
export interface Room {
  lane: Lane
  most: number
  isFree(recipient: string): boolean
}

/**
 * Takes up mails that are due and writes them from what is true now, all in one transaction. Where one
 * cannot be written, each is taken by itself, so that the others leave all the same. Takes none
 * when another worker has taken over.
 */
export async function takeDue(
  ctx: Context,
  office: PostOffice,
  lease: Pick<Lease, 'isHeld'>,
  room: Room,
): Promise<Taken> {
  let locked: readonly MailRow[] = []
  const take = (only?: string) =>
    transact(ctx, async (ctx) => {
      if (!(await lease.isHeld(ctx))) return { written: [], others: 0 }
      const due = await lockDue(ctx.db, ctx.now(), room.lane, { most: room.most, only })
      const mails = firstOfEach(due.filter(({ recipient }) => room.isFree(recipient)))
      if (only === undefined) locked = mails
      return write(ctx, office, mails, room.lane)
    })
  try {
    return await take()
  } catch {
    const taken: Taken = { written: [], others: 0 }
    for (const mail of locked) {
      const one = await take(mail.id).catch(async (error: unknown) => {
        const outcome = { result: 'later', failure: failureOf(error) } as const
        await settle(ctx, office, lease, { lane: room.lane, tried: [{ mail, outcome }] })
        return { written: [], others: 1 }
      })
      taken.written.push(...one.written)
      taken.others += one.others
    }
    return taken
  }
}

async function write(
  ctx: Work,
  office: PostOffice,
  mails: readonly MailRow[],
  lane: Lane,
): Promise<Taken> {
  const messages = await composeMails(ctx, mails, office)
  const written: Written[] = []
  const medium = lane ?? 'mail'
  const canSend = transportOf(office, lane) !== undefined
  for (const mail of mails) {
    const message = messages.get(mail.id)
    if (message !== undefined && canSend && hasAddress(message)) {
      // Somebody gave or withdrew an address at this moment: the other duty takes it.
      if (message.medium === medium) written.push({ mail, message })
    } else await markUnsent(ctx.db, mail.id, unsent(mail, message, office), ctx.now())
  }
  await markSending(
    ctx.db,
    written.map(({ mail }) => mail.id),
    medium,
    ctx.now(),
  )
  return { written, others: mails.length - written.length }
}

/** A mail that has nothing to say any more may have arrived once. */
function unsent(mail: MailRow, message: Message | undefined, { keepsLinks }: PostOffice) {
  if (message === undefined)
    return { state: mail.leftAt === null ? ('cancelled' as const) : ('unknown' as const) }
  return { state: 'kept' as const, content: keepsLinks ? message : withoutTokens(message) }
}

function hasAddress(message: Message): message is Written['message'] {
  return message.to.address !== null
}

function firstOfEach(mails: readonly MailRow[]): MailRow[] {
  const recipients = new Set<string>()
  return mails.filter(({ recipient }) => {
    if (recipients.has(recipient)) return false
    recipients.add(recipient)
    return true
  })
}
