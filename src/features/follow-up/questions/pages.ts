import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, numberOrText } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { publicFrameOf } from '../../../web/frame.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { readLink } from '../../accounts/links/read-link.ts'
import { type Invited, showInvitation } from '../../meetings/answers/show-invitation.ts'
import {
  invitationFields,
  takeInvitationAnswer,
} from '../../meetings/answers/take-invitation-answer.ts'
import { answerQuestion } from './answer-question.ts'
import { readQuestion } from './read-question.ts'
import { answerFields, answers } from './schema.ts'
import { questionPage } from './views.ts'

const forPeople = { config: { policy: 'person' } } as const
/** No sign-in: the token in the address asks one person one question. */
const forLinkHolders = { config: { policy: 'public' } } as const
const fields = Object.values(answerFields).flat()
const forms = {
  link: formFields(forLinkHolders, ...fields, ...invitationFields),
  own: formFields(forPeople, ...fields),
  ownMeeting: formFields(forPeople, ...invitationFields),
}

/** Whom a question is asked, and where its form is sent. */
interface Asked {
  id: string
  actor: Actor & { kind: 'person' }
}

/** What a mailed link or a person's own page asks. Looking changes nothing; only a form does. */
export function questionPages(app: FastifyInstance, ctx: Context): void {
  app.get('/m/:token', forLinkHolders, async (request, reply) => {
    const link = await behindLink(request)
    return link.purpose === 'meeting'
      ? showInvitation(ctx, request, reply, link, emptyForm)
      : show(request, reply, link, emptyForm)
  })

  app.post('/m/:token', forms.link, async (request, reply) => {
    const link = await behindLink(request)
    return link.purpose === 'meeting'
      ? takeInvitationAnswer(ctx, request, reply, link)
      : take(request, reply, link)
  })

  app.get('/me/questions/:id', forPeople, async (request, reply) =>
    show(request, reply, ownOf(request), emptyForm),
  )

  app.post('/me/questions/:id', forms.own, async (request, reply) =>
    take(request, reply, ownOf(request)),
  )

  app.get('/me/meetings/:id', forPeople, async (request, reply) =>
    showInvitation(ctx, request, reply, ownMeeting(request), emptyForm),
  )

  app.post('/me/meetings/:id', forms.ownMeeting, async (request, reply) =>
    takeInvitationAnswer(ctx, request, reply, ownMeeting(request)),
  )

  async function take(request: FastifyRequest, reply: FastifyReply, asked: Asked) {
    const values = request.body as FormBody
    const by = actingAs(ctx, asked.actor)
    const { kind } = await transact(by, (ctx) => readQuestion(ctx, asked.id, asked.actor.id))
    const given = Object.fromEntries(
      answerFields[kind].map((name) => [name, numberOrText(values, name)]),
    )
    const problems = await submit(answers[kind], given, (answer) =>
      answerQuestion(by, asked.id, asked.actor.id, answer),
    )
    if (problems === undefined) return reply.redirect(request.url.split('?')[0]!, 303)
    return show(request, reply.code(422), asked, { values, problems })
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, actor }: Asked,
    state: FormState,
  ) {
    const question = await transact(actingAs(ctx, actor), (ctx) => readQuestion(ctx, id, actor.id))
    const action = request.url.split('?')[0]!
    return sendPage(reply, questionPage(publicFrameOf(request), { ...question, action }, state))
  }

  /** What a link is for: an invitation to a meeting, or a question. */
  async function behindLink(request: FastifyRequest) {
    const { token } = request.params as { token: string }
    const link = await readLink(ctx, token, ['meeting', 'question'])
    const { personId, questionId, meetingId, municipality } = link
    if (personId === null || municipality === null) throw new Problem('not-found')
    const actor = { kind: 'person', id: personId, municipality } as const
    if (meetingId !== null) return { purpose: 'meeting', token, meetingId, actor } as const
    if (questionId === null) throw new Problem('not-found')
    return { purpose: 'question', id: questionId, actor } as const
  }
}

function ownOf(request: FastifyRequest): Asked {
  const { actor } = request
  if (actor.kind !== 'person') throw new Problem('not-allowed')
  return { id: idOf(request), actor }
}

/** The meeting that a person answers on their own page. */
function ownMeeting(request: FastifyRequest): Invited {
  const { id, actor } = ownOf(request)
  return { token: actor.id, meetingId: id, actor }
}
