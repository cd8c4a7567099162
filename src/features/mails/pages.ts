import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { withoutTokens } from '../../mail/without-tokens.ts'
import { Problem } from '../../problems.ts'
import { fieldProblems } from '../../web/form.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { filledIn, idOf, sendPage } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { resendMail } from './resend.ts'
import { ListMails } from './schema.ts'
import { seeMails } from './see-mails.ts'
import { readMail } from './sql.ts'
import { contentOf, mailListPage, mailPage } from './views.ts'

/**
 * The municipality's outbox. Without a mail server mails can be read here; in the demo by everyone,
 * since all are invented.
 */
export function mailPages(
  app: FastifyInstance,
  ctx: Context,
  settings: { sends: boolean; demo: boolean },
): void {
  const config = { policy: settings.demo ? 'public' : 'coordinator' } as const

  app.get('/mail', { config }, async (request, reply) => {
    const values = filledIn(request)
    const wanted = ListMails.safeParse(values)
    const { cursor: _, ...filter } = values
    if (!wanted.success) {
      const state = { values: filter, problems: fieldProblems(wanted.error) }
      return sendPage(
        reply.code(422),
        mailListPage(frameOf(request), undefined, state, settings.sends),
      )
    }
    const list = await seeMails(readerOf(request), scopeOf(request), wanted.data)
    const state = { values: filter, problems: [] }
    return sendPage(reply, mailListPage(frameOf(request), list, state, settings.sends))
  })

  app.get('/mail/:id', { config }, async (request, reply) =>
    sendPage(reply, mailPage(frameOf(request), await mailOf(request))),
  )

  app.post('/mail/:id/resend', { config: { policy: 'coordinator' } }, async (request, reply) => {
    const id = idOf(request)
    await resendMail(actingAs(ctx, request.actor), id)
    return reply.redirect(`/mail/${id}`, 303)
  })

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
      if (mail.personId !== null) await recordAccess(ctx, 'mail-read', [mail.personId])
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
