import accepts from '@fastify/accepts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { defaultLocale, isLocale, type Locale, locales } from '../locales/locale.ts'

declare module 'fastify' {
  interface FastifyRequest {
    locale: Locale
  }
}

/** Sets each request's language: by `?lang=`, else the cookie, else the browser's preference. */
export async function negotiateLanguages(app: FastifyInstance): Promise<void> {
  await app.register(accepts)
  app.decorateRequest('locale', defaultLocale)
  app.addHook('onRequest', async (request, reply) => {
    const { language, options } = request.server.cookieNames
    const chosen = (request.query as { lang?: unknown } | undefined)?.lang
    if (isLocale(chosen) && chosen !== request.cookies[language])
      reply.setCookie(language, chosen, { ...options, maxAge: 365 * 86_400 })
    request.locale = isLocale(chosen) ? chosen : remembered(request)
  })
}

function remembered(request: FastifyRequest): Locale {
  const cookie = request.cookies[request.server.cookieNames.language]
  if (isLocale(cookie)) return cookie
  const preferred = request.languages([...locales])
  return isLocale(preferred) ? preferred : defaultLocale
}
