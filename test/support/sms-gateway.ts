import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { createServer as createHttpServer } from 'node:http'
import { afterAll, beforeAll, beforeEach } from 'vitest'

interface ReceivedSms {
  id: string
  to: string
  text: string
  from?: string
}

export interface SmsTestGateway {
  readonly url: string
  readonly received: readonly ReceivedSms[]
  /** The header by which each was let in. */
  readonly tokens: readonly (string | undefined)[]
  /** Answers with this status from now on, or hangs up with the message in hand. */
  answer(status: number | 'hang up'): void
}

/** An SMS gateway on this machine, as docs/operations.md describes one. */
export function useSmsGateway(): SmsTestGateway {
  const received: ReceivedSms[] = []
  const tokens: (string | undefined)[] = []
  let answer: number | 'hang up' = 202
  const server = createHttpServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      received.push(JSON.parse(Buffer.concat(parts).toString()))
      tokens.push(request.headers.authorization)
      if (answer === 'hang up') request.socket.destroy()
      else response.writeHead(answer).end('{}')
    })
  })
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  })
  beforeEach(() => {
    received.length = 0
    tokens.length = 0
    answer = 202
  })
  afterAll(() => void server.close())
  return {
    received,
    tokens,
    get url() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages?key=1`
    },
    answer: (next) => {
      answer = next
    },
  }
}

/** Accepts connections, and says nothing: not even which key it would encrypt with. */
export async function startSilence(): Promise<{ port: number; stop(): void }> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => sockets.add(socket.on('error', () => {})))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}
