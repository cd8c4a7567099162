import type { FastifyRequest } from 'fastify'
import { Problem } from '../problems.ts'

const ownMachine = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses a request for another host name. From this machine itself, its own names are accepted
 * too, as for a health check.
 */
export function refuseForeignHost(request: FastifyRequest, baseUrl: string): void {
  const { rawHeaders } = request.raw
  const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && /^host$/i.test(name))
  const name = nameIn(request.host)
  const isOurs = name === new URL(baseUrl).hostname || (ownMachine.has(name) && isFromHere(request))
  if (hosts.length > 1 || !isOurs) throw new Problem('wrong-address')
}

/** Without the port, which is not checked: links are built from our own address. */
function nameIn(host: string): string {
  return /^[\w.-]+(:\d+)?$|^\[[\da-f:.]+\](:\d+)?$/i.test(host)
    ? host.replace(/:\d+$/, '').toLowerCase()
    : ''
}

/** By the connection: a client can forge headers. */
function isFromHere(request: FastifyRequest): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(request.socket.remoteAddress ?? '')
}
