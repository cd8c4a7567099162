import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../problems.ts'

/** Marks an answer with the version of what it shows; whoever changes it sends that back. */
export function sendVersion(reply: FastifyReply, version: number): FastifyReply {
  return reply.header('etag', `"${version}"`).header('cache-control', 'private, no-cache')
}

/**
 * The version that a client read before it changes anything (RFC 9110, 13.1.1). Refuses a change that
 * names none: it would take away what somebody else has written meanwhile.
 */
export function versionRead(request: FastifyRequest): number {
  const given = request.headers['if-match']
  if (given === undefined) throw new Problem('precondition-required')
  const version = /^\s*"(\d{1,9})"\s*$/.exec(given)?.[1]
  if (version === undefined) throw new Problem('precondition-failed')
  return Number(version)
}
