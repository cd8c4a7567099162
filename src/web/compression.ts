import compress from '@fastify/compress'
import type { FastifyInstance } from 'fastify'

/**
 * Compresses answers, except to a browser that sends a cookie of ours other than the language. Its pages
 * hold secrets (form tokens, people) beside what an address can put into them (a search), and the length
 * of a compressed answer tells how alike the two are (BREACH). Visitors' pages hold no secret, and the
 * API takes no cookies, so no other site can send its requests.
 */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, { encodings: ['br', 'gzip'], globalDecompression: false })
  app.addHook('onRequest', async (request) => {
    const { language } = request.server.cookieNames
    if (Object.keys(request.cookies).some((name) => name !== language))
      request.headers['x-no-compression'] = '1'
  })
}
