import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { publicFrameOf } from '../../../web/frame.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { readLink } from '../../accounts/links/read-link.ts'
import { answerReconfirmation } from './answer.ts'
import { AnswerReconfirmation } from './schema.ts'
import { readQuestion } from './sql.ts'
import { questionPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
/** No sign-in: the token in the address asks one person one question. */
const forLinkHolders = { config: { policy: 'public' } } as const
const forms = {
  byLink: formFields(forLinkHolders, 'answer'),
  byHand: formFields(forCoordinators, 'answer'),
}

export function reconfirmationPages(app: FastifyInstance, ctx: Context): void {
  app.get('/interested/:token', forLinkHolders, async (request, reply) =>
    showQuestion(request, reply, emptyForm),
  )

  app.post('/interested/:token', forms.byLink, async (request, reply) => {
    const values = request.body as FormBody
    const { question, actor } = await questionOf(request)
    const problems = await submit(
      AnswerReconfirmation,
      { answer: one(values, 'answer') },
      (given) => answerReconfirmation(actingAs(ctx, actor), question.enrolmentId, given),
    )
    if (problems === undefined) return reply.redirect(request.url.split('?')[0]!, 303)
    return showQuestion(request, reply.code(422), { values, problems })
  })

  app.post('/people/:id/reconfirmation', forms.byHand, async (request, reply) => {
    const given = AnswerReconfirmation.safeParse({
      answer: one(request.body as FormBody, 'answer'),
    })
    if (!given.success) throw new Problem('invalid-input')
    await answerReconfirmation(actingAs(ctx, request.actor), idOf(request), given.data)
    return reply.redirect(`/people/${idOf(request)}`, 303)
  })

  async function showQuestion(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const { question } = await questionOf(request)
    const action = request.url.split('?')[0]!
    return sendPage(reply, questionPage(publicFrameOf(request), { ...question, action }, state))
  }

  async function questionOf(request: FastifyRequest) {
    const { token } = request.params as { token: string }
    const link = await readLink(ctx, token, 'reconfirmation')
    const { personId, reconfirmationId, municipality } = link
    if (personId === null || reconfirmationId === null || municipality === null)
      throw new Problem('not-found')
    const actor: Actor = { kind: 'person', id: personId, municipality }
    const question = await transact(actingAs(ctx, actor), (ctx) =>
      readQuestion(ctx.db, reconfirmationId),
    )
    return { question, actor }
  }
}
