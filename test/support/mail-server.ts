import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { selfSignedCertificate } from './certificate.ts'

interface ReceivedMail {
  /** The envelope, which decides the delivery. */
  from: string
  to: string[]
  encrypted: boolean
  user: string | undefined
  message: ParsedMail
}

type Stage = 'password' | 'sender' | 'recipient' | 'content'

export interface MailServer {
  readonly url: string
  /** The certificate a client must trust; empty without encryption. */
  readonly certificate: string
  /** Every mail received, also without an answer. */
  readonly received: ReceivedMail[]
  /** Refuses with this code from now on; `only` one address. */
  refuse(stage: Stage, code: number, only?: string): void
  /** Receives the mail and hangs up without an answer, so that the sender cannot know. */
  dropAfterData(): void
  /** Receives the mail and does not answer. */
  stallAfterData(): void
  /**
   * Resolves after as many steps from now on: a connection, a sender, a recipient, a mail that arrived, and
   * the answer to it are one each.
   */
  untilSteps(count: number): Promise<void>
  /** Accepts everything again, and forgets what it received. */
  reset(): void
  stop(): Promise<void>
}

/** A mail server on this machine: in the clear, with STARTTLS, or encrypted from the first byte. */
export async function startMailServer(
  encryption: 'none' | 'starttls' | 'implicit' = 'none',
): Promise<MailServer> {
  const received: ReceivedMail[] = []
  let refusal: { stage: Stage; code: number; only: string | undefined } | undefined
  let ending: 'answer' | 'drop' | 'stall' = 'answer'
  const certificate = encryption === 'none' ? undefined : selfSignedCertificate()

  let stepsLeft = 0
  let stepped = () => {}
  const step = () => {
    stepsLeft -= 1
    if (stepsLeft === 0) stepped()
  }

  const answer = (stage: Stage, address: string | undefined) => {
    if (refusal?.stage !== stage || (refusal.only && refusal.only !== address)) return undefined
    return Object.assign(new Error('refused by the test'), { responseCode: refusal.code })
  }
  const server = new SMTPServer({
    secure: encryption === 'implicit',
    disabledCommands: encryption === 'starttls' ? [] : ['STARTTLS'],
    ...certificate,
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onAuth: (auth, _session, callback) =>
      callback(answer('password', auth.username) ?? null, { user: auth.username }),
    onConnect: (_session, callback) => {
      step()
      callback()
    },
    onMailFrom: ({ address }, _session, callback) => {
      step()
      callback(answer('sender', address))
    },
    onRcptTo: ({ address }, _session, callback) => {
      step()
      callback(answer('recipient', address))
    },
    onData: async (stream, session, callback) => {
      // What a client does not send whole was not received.
      const message = await simpleParser(stream).catch(() => undefined)
      if (message === undefined) return
      step()
      const refused = answer('content', undefined)
      if (refused) return callback(refused)
      received.push({
        from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
        to: session.envelope.rcptTo.map(({ address }) => address),
        encrypted: session.secure,
        user: session.user,
        message,
      })
      if (ending === 'answer') {
        callback()
        step()
      }
      if (ending === 'drop') for (const { _socket } of server.connections) _socket.destroy()
    },
  })
  // Tests hang up on purpose.
  server.on('error', () => {})
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo

  return {
    url: `${encryption === 'implicit' ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    certificate: certificate?.cert ?? '',
    received,
    refuse: (stage, code, only) => {
      refusal = { stage, code, only }
    },
    dropAfterData: () => {
      ending = 'drop'
    },
    stallAfterData: () => {
      ending = 'stall'
    },
    untilSteps: (count) =>
      new Promise((resolve) => {
        stepsLeft = count
        stepped = resolve
      }),
    reset: () => {
      received.length = 0
      refusal = undefined
      ending = 'answer'
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** A mail server for the tests of one file, reset before each. */
export function useMailServer(encryption?: 'none' | 'starttls' | 'implicit'): MailServer {
  let server: MailServer
  beforeAll(async () => {
    server = await startMailServer(encryption)
  })
  beforeEach(() => server.reset())
  afterAll(() => server?.stop())
  return new Proxy({} as MailServer, { get: (_, property) => Reflect.get(server, property) })
}
