import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { hasContent } from '../../web/etag.ts'
import { publicFrameOf } from '../../web/frame.ts'
import { sendPage } from '../../web/pages.ts'
import { ownerOf } from './owner.ts'
import { readFeed } from './read-feed.ts'
import { endFeed, renewFeed } from './renew-feed.ts'
import { findOwnFeed } from './sql.ts'
import { calendarPage } from './views.ts'

const forEveryone = { config: { policy: 'public' } } as const

/** A calendar to subscribe to, and the pages where its secret address is made. */
export function calendarPages(
  app: FastifyInstance,
  ctx: Context,
  { baseUrl }: { baseUrl: string },
): void {
  const { hostname } = new URL(baseUrl)

  app.get('/calendar/:token.ics', forEveryone, async (request, reply) => {
    const { token } = request.params as { token: string }
    const content = await readFeed(ctx, token, hostname)
    reply.header('x-robots-tag', 'noindex')
    if (hasContent(request, reply, content)) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(content)
  })

  for (const [path, policy] of [
    ['/me/calendar', 'person'],
    ['/account/calendar', 'coordinator'],
  ] as const) {
    const options = { config: { policy } }
    app.get(path, options, async (request, reply) => showCalendar(request, reply, path))

    // Answers with the page, not a redirect: the address is shown once and not stored.
    app.post(path, options, async (request, reply) => {
      const token = await renewFeed(actingAs(ctx, request.actor))
      return showCalendar(request, reply.code(201), path, `${baseUrl}/calendar/${token}.ics`)
    })

    app.post(`${path}/end`, options, async (request, reply) => {
      await endFeed(actingAs(ctx, request.actor))
      return reply.redirect(path, 303)
    })
  }

  async function showCalendar(
    request: FastifyRequest,
    reply: FastifyReply,
    path: string,
    made?: string,
  ) {
    const feed = await transact(actingAs(ctx, request.actor), (ctx) =>
      findOwnFeed(ctx.db, ownerOf(ctx.actor)),
    )
    const shown = { path, since: feed?.createdAt, ...(made !== undefined && { made }) }
    return sendPage(reply, calendarPage(publicFrameOf(request), shown))
  }
}
