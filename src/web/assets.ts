import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import rtlcss from 'rtlcss'
import { openToEveryone } from './guard.ts'

const compress = promisify(brotliCompress)
const packages = join(import.meta.dirname, '../../node_modules')

interface Sheet {
  plain: Buffer
  brotli: Buffer
  etag: string
}

/** The stylesheet in both directions and the fonts, all from this host. */
export async function serveAssets(app: FastifyInstance): Promise<void> {
  const sheets = { ltr: lazy(() => buildSheet(false)), rtl: lazy(() => buildSheet(true)) }
  for (const direction of ['ltr', 'rtl'] as const)
    app.get(
      `/assets/${direction}.css`,
      // Compressed once, in 0.3 s, to 24 kB; each answer by itself would be compressed to 34 kB.
      { config: { policy: 'public' }, compress: false },
      async (request, reply) => {
        const sheet = await sheets[direction]()
        reply.header('cache-control', 'public, max-age=3600').header('etag', sheet.etag)
        reply.header('vary', 'accept-encoding').type('text/css; charset=utf-8')
        if (request.headers['if-none-match'] === sheet.etag) return reply.code(304).send()
        if (!request.headers['accept-encoding']?.includes('br')) return sheet.plain
        return reply.header('content-encoding', 'br').send(sheet.brotli)
      },
    )
  const progress = await readFile(join(import.meta.dirname, '../public/progress.js'))
  app.get('/assets/progress.js', { config: { policy: 'public' } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=3600').type('text/javascript').send(progress),
  )
  const folders = {
    '/assets/dkfds/fonts/': 'dkfds/dist/fonts',
    '/assets/dkfds/img/': 'dkfds/dist/img',
    '/assets/fonts/arabic/': '@fontsource/ibm-plex-sans-arabic/files',
    '/assets/fonts/ethiopic/': '@fontsource/noto-sans-ethiopic/files',
  }
  for (const [prefix, folder] of Object.entries(folders))
    await app.register(async (scope) => {
      openToEveryone(scope)
      await scope.register(fastifyStatic, {
        root: join(packages, folder),
        prefix,
        decorateReply: false,
        cacheControl: true,
        maxAge: '30d',
      })
    })
}

/** Makes the value at its first use and keeps it: mirroring takes half a second of a start. */
function lazy<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The design system of Danish public services, mirrored for right-to-left, then our own rules. */
async function buildSheet(mirrored: boolean): Promise<Sheet> {
  const system = await readFile(join(packages, 'dkfds/dist/css/dkfds.min.css'), 'utf8')
  const own = await readFile(join(import.meta.dirname, '../public/styles.css'), 'utf8')
  const css = system.replaceAll('../', '/assets/dkfds/').replace(/\/\*# sourceMappingURL.*$/m, '')
  // Our own rules use logical properties, which mirror by themselves.
  const plain = Buffer.from((mirrored ? rtlcss.process(css) : css) + own)
  return {
    plain,
    brotli: await compress(plain),
    // Weak: it stands for both.
    etag: `W/"${createHash('sha256').update(plain).digest('base64url')}"`,
  }
}
