import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../problems.ts'

/** Sends the version of a resource as ETag; a client that changes the resource sends it back. */
export function sendVersion(reply: FastifyReply, version: number): FastifyReply {
  return reply.header('etag', `"${version}"`).header('cache-control', 'private, no-cache')
}

/**
 * The version a client read before its change (RFC 9110, 13.1.1). Refuses a change without it,
 * which could overwrite another's.
 */
export function versionRead(request: FastifyRequest): number {
  const given = request.headers['if-match']
  if (given === undefined) throw new Problem('precondition-required')
  const version = /^\s*"(\d{1,9})"\s*$/.exec(given)?.[1]
  if (version === undefined) throw new Problem('precondition-failed')
  return Number(version)
}
