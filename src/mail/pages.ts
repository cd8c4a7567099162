import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact, type Work } from '../context.ts'
import { Problem } from '../problems.ts'
import { frameOf } from '../web/frame.ts'
import { municipalityOf } from '../web/guard.ts'
import { idOf, sendPage } from '../web/pages.ts'
import { listMails, readMail } from './sql.ts'
import { contentOf, mailListPage, mailPage } from './views.ts'
import { withoutTokens } from './without-tokens.ts'

/**
 * The municipality's outbox. Without a mail server mails can be read here; in the demo by everyone,
 * since all are invented.
 */
export function mailPages(
  app: FastifyInstance,
  ctx: Context,
  settings: {
    sends: boolean
    demo: boolean
    /** Logs that a person's mail is read, before it is shown. */
    onRead: (ctx: Work, personIds: string[]) => Promise<void>
  },
): void {
  const config = { policy: settings.demo ? 'public' : 'coordinator' } as const

  app.get('/mail', { config }, async (request, reply) => {
    const mails = await transact(readerOf(request), async (ctx) => {
      const mails = await listMails(ctx.db, scopeOf(request))
      await settings.onRead(
        ctx,
        mails.rows.flatMap(({ personId, content }) => (content && personId ? [personId] : [])),
      )
      return mails
    })
    return sendPage(reply, mailListPage(frameOf(request), mails, settings.sends))
  })

  app.get('/mail/:id', { config }, async (request, reply) =>
    sendPage(reply, mailPage(frameOf(request), await mailOf(request))),
  )

  app.get('/mail/:id/invite.ics', { config }, async (request, reply) => {
    const { number = '1' } = request.query as { number?: string }
    const calendar = contentOf(await mailOf(request))?.calendars[Number(number) - 1]
    if (calendar === undefined) throw new Problem('not-found')
    return reply
      .type(`text/calendar; charset=utf-8; method=${calendar.method}`)
      .header('content-disposition', 'attachment; filename="invite.ics"')
      .send(calendar.content)
  })

  function mailOf(request: FastifyRequest) {
    return transact(readerOf(request), async (ctx) => {
      const mail = await readMail(ctx.db, idOf(request), scopeOf(request))
      if (mail.personId !== null) await settings.onRead(ctx, [mail.personId])
      const content = contentOf(mail)
      // Mails stored by earlier versions still contain their links.
      if (settings.demo || content === undefined) return mail
      return { ...mail, content: JSON.parse(JSON.stringify(withoutTokens(content))) }
    })
  }

  function readerOf(request: FastifyRequest): Context {
    return actingAs(ctx, settings.demo ? { kind: 'system' } : request.actor)
  }

  function scopeOf(request: FastifyRequest): string | undefined {
    return settings.demo ? undefined : municipalityOf(request.actor)
  }
}
