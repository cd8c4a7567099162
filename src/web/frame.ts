import type { FastifyRequest } from 'fastify'
import type { Actor } from '../context.ts'
import type { Locale } from '../locales/locale.ts'
import { type Translate, translate } from '../locales/translate.ts'
import { forgeryToken } from './forgery.ts'

/** What every page needs of its request: language, reader, path. */
export interface Frame {
  t: Translate
  actor: Actor
  path: string
  /** The address of this page in another language, with its query. */
  inLanguage(locale: Locale): string
  /** The token of every form on a signed-in page; see forgery.ts. */
  forgeryToken: string
  /** How many tasks are open for a coordinator. */
  waitingTasks?: number | undefined
}

export function frameOf(request: FastifyRequest): Frame {
  return {
    t: translate(request.locale),
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
