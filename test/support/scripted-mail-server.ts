import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { createSecureContext, TLSSocket } from 'node:tls'
import { selfSignedCertificate } from './certificate.ts'

/** What a client asks for, in this order; after the sender it may be the next mail on a connection that is kept. */
export type Stage =
  | 'greeting'
  | 'EHLO'
  | 'STARTTLS'
  | 'handshake'
  | 'encrypted EHLO'
  | 'AUTH'
  | 'sender'
  | 'recipient'
  | 'DATA'
  | 'content'

/** What the server does at a stage instead of agreeing. */
export type Act =
  /** Says this; `slowly` is byte by byte. */
  | { does: 'say'; reply: string; slowly?: boolean }
  /** Says this much, and hangs up. */
  | { does: 'cut'; after: string }
  | { does: 'nothing' }
  /** Begins an answer that does not end: a line every few milliseconds. */
  | { does: 'drip' }

export interface Script {
  encryption: 'none' | 'starttls' | 'implicit'
  pipelining: boolean
  signsIn: boolean
  /** The one stage at which it does not agree. */
  deviation?: { at: Stage; act: Act } | undefined
  /** When that stage is reached. */
  onReached?: () => void
}

export interface ScriptedMailServer {
  readonly port: number
  /** The Message-ID of each mail that arrived whole. */
  readonly arrived: readonly string[]
  /** All that came to it unencrypted. */
  readonly clear: string
  /** Follows this script from now on, also on connections that are open. */
  follow(script: Script): void
  /** Forgets what arrived, and hangs up. */
  reset(): void
  stop(): Promise<void>
}

/** A mail server on this machine that does one thing wrong, where a script says so. */
export async function startScriptedMailServer(): Promise<ScriptedMailServer> {
  const secureContext = createSecureContext(selfSignedCertificate())
  const sockets = new Set<Socket>()
  const arrived: string[] = []
  let clear = ''
  let script: Script = { encryption: 'none', pipelining: false, signsIn: false }

  /** Plays a stage; returns what was said, in whole. */
  const play = async (socket: Socket, at: Stage, usual: string): Promise<string> => {
    const { deviation, onReached } = script
    if (deviation?.at !== at) {
      socket.write(`${usual}\r\n`)
      return usual
    }
    onReached?.()
    const { act } = deviation
    if (act.does === 'say') {
      if (!act.slowly) socket.write(`${act.reply}\r\n`)
      else
        for (const byte of `${act.reply}\r\n`) {
          socket.write(byte)
          await setTimeout(1)
        }
      return act.reply
    }
    if (act.does === 'cut') socket.end(act.after, () => socket.destroy())
    if (act.does === 'drip')
      while (!socket.destroyed) {
        socket.write('250-wait\r\n')
        await setTimeout(20)
      }
    return ''
  }

  const upgrade = async (raw: Socket): Promise<Socket | undefined> => {
    if (script.deviation?.at === 'handshake') {
      await play(raw, 'handshake', '')
      return undefined
    }
    raw.removeAllListeners('data')
    const socket = new TLSSocket(raw, { isServer: true, secureContext })
    socket.on('error', () => {})
    return socket
  }

  /** Answers what comes; once more from the start on the same connection when it is encrypted. */
  const converse = (socket: Socket, isEncrypted: boolean) => {
    let text = ''
    let content: string | undefined
    let hasSender = false
    let hasRecipient = false
    const take = async (line: string) => {
      if (content !== undefined) {
        if (line !== '.') {
          content += `${line}\n`
          return
        }
        arrived.push(/^Message-ID: (.*)$/im.exec(content)?.[1] ?? '')
        content = undefined
        await play(socket, 'content', '250 taken')
      } else if (/^EHLO/i.test(line)) {
        const wasUpgraded = isEncrypted && script.encryption === 'starttls'
        const offers = ['hello']
        if (script.pipelining) offers.push('PIPELINING')
        if (script.signsIn) offers.push('AUTH PLAIN')
        if (script.encryption === 'starttls' && !isEncrypted) offers.push('STARTTLS')
        const lines = offers.map((offer, at) => `250${at < offers.length - 1 ? '-' : ' '}${offer}`)
        await play(socket, wasUpgraded ? 'encrypted EHLO' : 'EHLO', lines.join('\r\n'))
      } else if (/^STARTTLS/i.test(line)) {
        const usual = script.encryption === 'starttls' ? '220 go' : '502 unknown'
        if (!/^2/.test(await play(socket, 'STARTTLS', usual))) return
        const encrypted = await upgrade(socket)
        if (encrypted !== undefined) converse(encrypted, true)
      } else if (/^(AUTH|$)/i.test(line)) await play(socket, 'AUTH', '235 welcome')
      else if (/^MAIL/i.test(line)) hasSender = /^2/.test(await play(socket, 'sender', '250 yes'))
      else if (/^RCPT/i.test(line)) {
        if (!hasSender) socket.write('503 whose\r\n')
        else hasRecipient = /^2/.test(await play(socket, 'recipient', '250 yes'))
      } else if (/^DATA/i.test(line)) {
        if (!hasRecipient) socket.write('503 to whom\r\n')
        else if (/^[23]/.test(await play(socket, 'DATA', '354 go on'))) content = ''
        hasSender = hasRecipient = false
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else socket.write('250 yes\r\n')
    }
    let taking = Promise.resolve()
    socket.on('data', (chunk: Buffer) => {
      if (!isEncrypted) clear += chunk
      text += chunk
      const lines = text.split('\r\n')
      text = lines.pop()!
      for (const line of lines) taking = taking.then(() => take(line))
    })
  }

  const server = createServer(async (raw) => {
    sockets.add(raw)
    raw.on('error', () => {}).on('close', () => sockets.delete(raw))
    const isImplicit = script.encryption === 'implicit'
    const socket = isImplicit ? await upgrade(raw) : raw
    if (socket === undefined) return
    converse(socket, isImplicit)
    await play(socket, 'greeting', '220 hello')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    arrived,
    get clear() {
      return clear
    },
    follow: (next) => {
      script = next
    },
    reset: () => {
      hangUp()
      arrived.length = 0
      clear = ''
    },
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      hangUp()
      await closed
    },
  }
}
