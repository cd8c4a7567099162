import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context } from '../../../context.ts'
import { isOptionalKind, type OptionalKind } from '../../../mail/message.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, many } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { publicFrameOf } from '../../../web/frame.ts'
import { sendPage } from '../../../web/pages.ts'
import { readLink } from '../links/read-link.ts'
import { chooseMails } from './choose-mails.ts'
import { readUnsubscribed } from './read-unsubscribed.ts'
import { subscriberOf } from './schema.ts'
import { unsubscribe } from './unsubscribe.ts'
import { unsubscribePage } from './views.ts'

const forLinkHolders = { config: { policy: 'public' } } as const
/** Mail programs post to the link by themselves (RFC 8058): its token is all the proof there is. */
const oneClick = formFields(
  { config: { policy: 'public', fromElsewhere: true } },
  'List-Unsubscribe',
)
const forms = {
  person: formFields({ config: { policy: 'person' } }, 'kinds[]'),
  colleague: formFields({ config: { policy: 'coordinator' } }, 'kinds[]'),
}

export function subscriptionPages(app: FastifyInstance, ctx: Context): void {
  app.get('/unsubscribe/:token', forLinkHolders, async (request, reply) => {
    const { who, kind } = await subscriptionOf(request)
    const isOver = (await readUnsubscribed(ctx, who)).includes(kind)
    return show(request, reply, { kind, isOver })
  })

  app.register(async (scope) => {
    // The body only repeats what the address says; mail programs may send it in parts.
    scope.addContentTypeParser(
      'multipart/form-data',
      { parseAs: 'string', bodyLimit: 4096 },
      async () => ({}),
    )

    // Answers with the page: mail programs must not be redirected (RFC 8058, 3.1).
    scope.post('/unsubscribe/:token', oneClick, async (request, reply) => {
      const { who, kind, actor } = await subscriptionOf(request)
      await unsubscribe(actingAs(ctx, actor), who, kind)
      return show(request, reply, { kind, isOver: true })
    })
  })

  app.post('/me/mails', forms.person, async (request, reply) => {
    await choose(request)
    return reply.redirect('/me', 303)
  })

  app.post('/account/mails', forms.colleague, async (request, reply) => {
    await choose(request)
    return reply.redirect('/account', 303)
  })

  async function choose({ actor, body }: FastifyRequest): Promise<void> {
    const kinds = many(body as FormBody, 'kinds')
    if (!kinds.every(isOptionalKind)) throw new Problem('invalid-input')
    await chooseMails(actingAs(ctx, actor), subscriberOf(actor), kinds)
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    shown: { kind: OptionalKind; isOver: boolean },
  ) {
    const action = request.url.split('?')[0]!
    return sendPage(reply, unsubscribePage(publicFrameOf(request), { ...shown, action }))
  }

  async function subscriptionOf(request: FastifyRequest) {
    const { token } = request.params as { token: string }
    const link = await readLink(ctx, token, 'unsubscribe')
    const { municipality, personId, accountId, mailKind } = link
    if (municipality === null || !isOptionalKind(mailKind)) throw new Problem('not-found')
    const who = { municipality, ...(personId === null ? { accountId: accountId! } : { personId }) }
    const actor: Actor =
      personId === null
        ? { kind: 'public', municipality }
        : { kind: 'person', id: personId, municipality }
    return { who, actor, kind: mailKind }
  }
}
