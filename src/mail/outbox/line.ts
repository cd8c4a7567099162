import { type MailTransport, mostHandedOver } from '../transport.ts'
import type { Breaker } from './breaker.ts'
import type { Pace } from './pace.ts'
import type { Tried } from './settle.ts'
import type { Written } from './take.ts'

/** The mails that are taken up: they wait for a connection, are on one, or were tried. */
export interface Line {
  /** How many wait or are on a connection. */
  length(): number
  /** Whether nothing is taken up that is not written down. */
  isEmpty(): boolean
  /** Whether no mail to the reader is taken up. */
  isFree(recipient: string): boolean
  add(written: readonly Written[]): void
  /** What was tried since this was last asked. */
  tried(): readonly Tried[]
  /** Those that wait for a connection, out of the line. */
  waiting(): readonly Written[]
  /** These are written down. */
  forget(mails: readonly { mail: { id: string } }[]): void
  /** Resolves when there are no more than as many, or after the time. */
  shortened(to: number, withinMs: number): Promise<void>
}

/** Puts each mail on a connection as soon as one is free and the pace allows it. */
export function openLine(
  transport: MailTransport | undefined,
  messageId: (mailId: string) => string,
  { pace, breaker, now }: { pace: Pace; breaker: Breaker; now: () => Temporal.Instant },
): Line {
  const recipients = new Map<string, string>()
  const waiting: Written[] = []
  const tried: Tried[] = []
  let sending = 0
  let isPaused = false
  let shortened = () => {}

  const start = () => {
    const most = Math.min(mostHandedOver, breaker.most(now()))
    while (waiting.length > 0 && sending < most && !isPaused) {
      const waitMs = pace.waitMs()
      if (waitMs > 0) return pause(waitMs)
      pace.started()
      sending += 1
      void send(waiting.shift()!)
    }
  }
  const pause = (waitMs: number) => {
    isPaused = true
    setTimeout(() => {
      isPaused = false
      start()
    }, waitMs)
  }
  const send = async ({ mail, message }: Written) => {
    const outcome = await transport!.send(message, messageId(mail.id))
    if (outcome.result === 'away') breaker.failed(now())
    else breaker.answered()
    tried.push({ mail, outcome })
    sending -= 1
    start()
    shortened()
  }
  const length = () => waiting.length + sending
  return {
    length,
    isEmpty: () => recipients.size === 0,
    isFree: (recipient) => ![...recipients.values()].includes(recipient),
    add: (written) => {
      for (const one of written) recipients.set(one.mail.id, one.mail.recipient)
      waiting.push(...written)
      start()
    },
    tried: () => tried.splice(0),
    waiting: () => waiting.splice(0),
    forget: (mails) => {
      for (const { mail } of mails) recipients.delete(mail.id)
    },
    shortened: (to, withinMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, withinMs)
        shortened = () => {
          if (length() > to) return
          clearTimeout(timer)
          resolve()
        }
        shortened()
      }),
  }
}
