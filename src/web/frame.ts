import type { FastifyRequest } from 'fastify'
import type { Actor } from '../context.ts'
import type { Locale } from '../locales/locale.ts'
import { type Translate, translate } from '../locales/translate.ts'
import { forgeryToken } from './forgery.ts'

/** What every page needs to know of its request: the language, the reader, where they are. */
export interface Frame {
  t: Translate
  actor: Actor
  path: string
  /** The address that shows this page in another language, with all that its query says. */
  inLanguage(locale: Locale): string
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

/** Where this page can be had again: a form that came back has no address but the page it stood on. */
function shownAt(request: FastifyRequest): string {
  const { url } = request.routeOptions
  if (request.method === 'GET' || request.method === 'HEAD') return request.url
  if (url !== undefined && request.server.hasRoute({ method: 'GET', url })) return request.url
  const from = URL.parse(request.headers.referer ?? '')
  return from?.host === request.host ? from.pathname + from.search : '/'
}
