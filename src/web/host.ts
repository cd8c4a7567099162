import type { FastifyRequest } from 'fastify'
import { Problem } from '../problems.ts'

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses a request that was meant for another site, or wants to look as if ours had another name.
 * Whoever asks on this machine itself, as a health check does, may call it by its own names.
 */
export function refuseForeignHost(request: FastifyRequest, baseUrl: string): void {
  const { rawHeaders } = request.raw
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name))
  const name = nameIn(request.host)
  const isOurs = name === new URL(baseUrl).hostname || (ownMachine.has(name) && isFromHere(request))
  if (hosts.length > 1 || !isOurs) throw new Problem('wrong-address')
}

/** Without the port: what is forged there leads nowhere, since every link starts with our own address. */
function nameIn(host: string): string {
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host)
    ? host.replace(/:\d+$/, '').toLowerCase()
    : ''
}

/** By the connection: what a header says of the sender anybody can write. */
function isFromHere(request: FastifyRequest): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '')
}
