import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'

/** Where the server stops answering: at the greeting, at a recipient, or with the whole mail in hand. */
export const stages = ['greeting', 'recipient', 'content'] as const
export type Stage = (typeof stages)[number]

export interface StallingMailServer {
  readonly url: string
  /** The Message-ID of each mail that arrived whole, also of one that was not answered. */
  readonly received: readonly string[]
  /** Resolves when a client waits at the stage. */
  untilReached(): Promise<void>
  /** Is gone: connections break, and new ones are refused. */
  vanish(): Promise<void>
}

/** A mail server on this machine that stops answering at a stage, or answers everything. */
export async function startStallingMailServer(
  stage: Stage | undefined,
): Promise<StallingMailServer> {
  const received: string[] = []
  const reached = Promise.withResolvers<void>()
  const sockets = new Set<Socket>()

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    let text = ''
    let content: string | undefined
    const answer = async (at: Stage | undefined, line: string) => {
      if (at === stage && at !== undefined) {
        reached.resolve()
        return
      }
      socket.write(`${line}\r\n`)
    }
    const take = async (line: string) => {
      if (content !== undefined) {
        if (line !== '.') content += `${line}\n`
        else {
          received.push(/^Message-ID: (.*)$/im.exec(content)?.[1] ?? '')
          content = undefined
          await answer('content', '250 taken')
        }
      } else if (/^RCPT/i.test(line)) await answer('recipient', '250 yes')
      else if (/^DATA/i.test(line)) {
        content = ''
        await answer(undefined, '354 go on')
      } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
      else await answer(undefined, '250 yes')
    }
    let taking = answer('greeting', '220 hello')
    socket.on('data', (chunk) => {
      text += chunk
      const lines = text.split('\r\n')
      text = lines.pop()!
      for (const line of lines) taking = taking.then(() => take(line))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}?ignoreTLS=true`,
    received,
    untilReached: () => reached.promise,
    vanish: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
