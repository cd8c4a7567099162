import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { BrokenSeal } from '../db/seal.ts'
import { translatePublic } from '../locales/translate.ts'
import { Problem, type ProblemType } from '../problems.ts'
import { publicFrameOf } from './frame.ts'
import { problemPage } from './problem-page.ts'

/**
 * The one place where an error becomes an answer: RFC 9457 under /api, a page elsewhere. An error
 * that is no Problem is a bug: the reader gets the request id, the log gets the stack without data.
 */
export function sendProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = asProblem(error)
    // The reader cannot mend it, so the operator must see it in the log.
    if (error instanceof BrokenSeal) request.log.error({ seal: error.message }, 'does not open')
    if (problem === undefined) request.log.error(withoutData(error), 'unexpected error')
    else request.log.info({ problem: problem.type, state: problem.state }, 'refused')
    return sendProblem(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new Problem('not-found')))
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem | undefined,
): FastifyReply {
  reply.code(problem?.status ?? 500)
  if (problem?.type === 'unavailable') reply.header('retry-after', '5')
  if (problem?.type === 'rate-limited') reply.header('retry-after', '900')
  if (isApi(request)) {
    if (problem?.status === 401) reply.header('www-authenticate', 'Bearer')
    return reply
      .type('application/problem+json')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(problemJson(request, problem))
  }
  if (problem?.type === 'sign-in-required' && ['GET', 'HEAD'].includes(request.method))
    return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303)
  return reply
    .type('text/html; charset=utf-8')
    .send(problemPage(publicFrameOf(request), problem, request.id))
}

function problemJson(request: FastifyRequest, problem: Problem | undefined) {
  const t = translatePublic(request.locale)
  const type = problem?.type ?? 'internal'
  return {
    type: `/problems/${type}`,
    title: t.dynamic(`problem.${type}.title`),
    status: problem?.status ?? 500,
    detail: t.dynamic(`problem.${type}.advice`),
    instance: request.id,
    ...(problem?.state === undefined ? {} : { state: problem.state }),
    ...(problem === undefined || problem.fields.length === 0
      ? {}
      : {
          errors: problem.fields.map((field) => ({
            pointer: field.pointer,
            code: field.code,
            detail: t.dynamic(`form.error.${field.code}`, field.args),
          })),
        }),
  }
}

/** By the route, not the address: `/%61pi/…` leads to the API too. */
export function isApi(request: FastifyRequest): boolean {
  return (request.routeOptions.url ?? request.url).startsWith('/api/')
}

function asProblem(error: FastifyError): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof BrokenSeal) return new Problem('unavailable')
  const sqlState = (error as { code?: unknown }).code
  if (typeof sqlState === 'string') {
    const type =
      byCode[sqlState] ?? (/^22[0-9A-Z]{3}$/.test(sqlState) ? 'invalid-input' : undefined)
    if (type !== undefined) return new Problem(type)
  }
  // The pool's message when every connection is taken; it has no code.
  if (error.message === 'timeout exceeded when trying to connect') return new Problem('unavailable')
  if (error.statusCode === 429) return new Problem('rate-limited')
  if (error.statusCode === 413) return new Problem('too-large')
  if (error.statusCode === 415) return new Problem('unsupported-type')
  if (error.statusCode !== undefined && error.statusCode < 500) return new Problem('invalid-input')
  return undefined
}

/** Errors of PostgreSQL that our own checks did not prevent, and those of an unavailable database. */
const byCode: Record<string, ProblemType> = {
  '23502': 'invalid-input',
  '23503': 'invalid-input',
  '23514': 'invalid-input',
  '23505': 'already-exists',
  '23P01': 'taken',
  '42501': 'not-found',
  '40001': 'unavailable',
  '40P01': 'unavailable',
  '53100': 'unavailable',
  '53300': 'unavailable',
  '55P03': 'unavailable',
  '57014': 'unavailable',
  '57P01': 'unavailable',
  '57P03': 'unavailable',
  '08000': 'unavailable',
  '08003': 'unavailable',
  '08006': 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
}

/**
 * Drivers put data of the refused row into their errors (parameters, detail, where), which must not
 * be logged.
 */
export function withoutData(error: Error & { code?: string }): object {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { name: error.name, code: error.code, stack: frames.join('\n') }
}
