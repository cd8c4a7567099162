import { z } from 'zod'
import { actingAs, type Context } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { municipalityOf } from '../../web/guard.ts'
import { nextLink } from '../../web/next-link.ts'
import { resendMail } from './resend.ts'
import { ListMails, MailId, MailsView } from './schema.ts'
import { seeMails } from './see-mails.ts'
import { mailView } from './view.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function mailApi(api: Api, ctx: Context): void {
  api.get(
    '/mails',
    {
      config: forCoordinators,
      schema: {
        tags: ['Mails'],
        summary:
          'Mails to people, the newest first, page by page: to whom, about what, how it went',
        querystring: ListMails,
        response: { 200: MailsView },
      },
    },
    async (request) => {
      const { actor } = request
      const { rows, next } = await seeMails(
        actingAs(ctx, actor),
        municipalityOf(actor),
        request.query,
      )
      return { data: rows.map(mailView), links: { next: nextLink(request.url, next) } }
    },
  )

  api.post(
    '/mails/:id/resend',
    {
      config: forCoordinators,
      schema: {
        tags: ['Mails'],
        summary: 'Send a mail again that was refused, failed or may not have arrived',
        params: MailId,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      await resendMail(actingAs(ctx, request.actor), request.params.id)
      return reply.code(204).send(null)
    },
  )
}
