import type { FastifyRequest } from 'fastify'
import type { Actor } from '../context.ts'
import { type Translate, translate } from '../locales/translate.ts'
import { forgeryToken } from './forgery.ts'

/** What every page needs to know of its request: the language, the reader, where they are. */
export interface Frame {
  t: Translate
  actor: Actor
  path: string
  /** Goes into every form of a signed-in page; see forgery.ts. */
  forgeryToken: string
  /** How many tasks wait for a coordinator. */
  waitingTasks?: number | undefined
}

export function frameOf(request: FastifyRequest): Frame {
  return {
    t: translate(request.locale),
    actor: request.actor,
    path: request.url.split('?')[0]!,
    forgeryToken: forgeryToken(request),
    waitingTasks: request.waitingTasks,
  }
}
