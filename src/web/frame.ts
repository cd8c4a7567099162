import type { FastifyRequest } from 'fastify'
import type { Actor } from '../context.ts'
import type { Locale } from '../locales/locale.ts'
import {
  ofAnother,
  type PublicTranslate,
  type Translate,
  translate,
  translatePublic,
} from '../locales/translate.ts'
import { forgeryToken } from './forgery.ts'

/** What every page needs of its request: language, reader, path. */
export interface Frame<T extends PublicTranslate = Translate> {
  t: T
  actor: Actor
  path: string
  /** The address of this page in another language, with its query. */
  inLanguage(locale: Locale): string
  /** The token of every form on a signed-in page; see forgery.ts. */
  forgeryToken: string
  waitingTasks?: number | undefined
}

/** The frame of a page that the public reads: it has no message that only staff read. */
export type PublicFrame = Frame<PublicTranslate>

/** For pages that staff read: in the reader's language, or in Danish where staff pages lack it. */
export function frameOf(request: FastifyRequest): Frame {
  return { ...surroundings(request), t: translate(request.locale) }
}

/** For pages that the public reads. Staff see them in the language of their own pages. */
export function publicFrameOf(request: FastifyRequest): PublicFrame {
  if (request.actor.kind === 'staff') return frameOf(request)
  return { ...surroundings(request), t: translatePublic(request.locale) }
}

/** For a form of the public's that staff fill in for somebody else. */
export function frameOfAnother(request: FastifyRequest): Frame {
  return { ...surroundings(request), t: ofAnother(translate(request.locale)) }
}

function surroundings(request: FastifyRequest): Omit<Frame, 't'> {
  return {
    actor: request.actor,
    path: request.url.split('?')[0]!,
    inLanguage: (locale) => inLanguage(shownAt(request), locale),
    forgeryToken: forgeryToken(request),
    waitingTasks: request.waitingTasks,
  }
}

function inLanguage(address: string, locale: Locale): string {
  const [path = '/', query] = address.split('?')
  const search = new URLSearchParams(query)
  search.set('lang', locale)
  return `${path.startsWith('//') ? '/' : path}?${search}`
}

/** The address by which this page can be loaded again: a refused form has only that of its page. */
function shownAt(request: FastifyRequest): string {
  const { url } = request.routeOptions
  if (request.method === 'GET' || request.method === 'HEAD') return request.url
  if (url !== undefined && request.server.hasRoute({ method: 'GET', url })) return request.url
  const from = URL.parse(request.headers.referer ?? '')
  return from?.host === request.host ? from.pathname + from.search : '/'
}
