import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../context.ts'
import { firstName } from '../../locales/first-name.ts'
import { zone } from '../../locales/zone.ts'
import type { Part } from '../../matching/types.ts'
import { FIRST_MEETING_FROM_DAYS, FIRST_MEETING_SPAN_DAYS } from '../../matching/weights.ts'
import { type FieldProblem, Problem } from '../../problems.ts'
import { type FormBody, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { frameOf, publicFrameOf } from '../../web/frame.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { readLink } from '../accounts/links/read-link.ts'
import { answerProposal } from './answer.ts'
import { approveProposal } from './approve.ts'
import { rejectProposal } from './reject.ts'
import { AnswerForParty, AnswerProposal, RejectProposal } from './schema.ts'
import { findLatestRun, listAway, listProposals, readParty, readProposal } from './sql.ts'
import { answerPage, type PartyView, proposalPage, type Queue, queuePage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forPeople = { config: { policy: 'person' } } as const
/** No sign-in: the token in the address shows one proposal to one person. */
const forLinkHolders = { config: { policy: 'public' } } as const
const forms = {
  rejection: formFields(forCoordinators, 'reason'),
  written: formFields(forCoordinators, 'party', 'channel', 'answer'),
  own: formFields(forPeople, 'answer', 'declineCode'),
  byLink: formFields(forLinkHolders, 'answer', 'declineCode'),
}

/** The days in which a pair that is proposed today should have its first meetings. */
function firstWeeks(now: Temporal.Instant) {
  const from = now.toZonedDateTimeISO(zone).toPlainDate()
  return { from, to: from.add({ days: FIRST_MEETING_FROM_DAYS + FIRST_MEETING_SPAN_DAYS }) }
}

export function proposalPages(app: FastifyInstance, ctx: Context): void {
  app.get('/proposals', forCoordinators, async (request, reply) =>
    sendPage(reply, queuePage(frameOf(request), await readQueue(actingAs(ctx, request.actor)))),
  )

  app.get('/proposals/:id', forCoordinators, async (request, reply) => showProposal(request, reply))

  app.post('/proposals/:id/approve', forCoordinators, async (request, reply) => {
    await approveProposal(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/proposals', 303)
  })

  app.post('/proposals/:id/reject', forms.rejection, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await submit(RejectProposal, { reason: one(values, 'reason') }, (command) =>
      rejectProposal(actingAs(ctx, request.actor), idOf(request), command),
    )
    if (problems === undefined) return reply.redirect('/proposals', 303)
    return showProposal(request, reply.code(422), { values, problems })
  })

  app.post('/proposals/:id/answers', forms.written, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      party: one(values, 'party'),
      channel: one(values, 'channel'),
      answer: one(values, 'answer'),
    }
    const problems = await submit(AnswerForParty, given, ({ party, ...command }) =>
      answerProposal(actingAs(ctx, request.actor), idOf(request), party, command),
    )
    if (problems === undefined) return reply.redirect(`/proposals/${idOf(request)}`, 303)
    return showProposal(request, reply.code(422), { values, problems })
  })

  async function showProposal(request: FastifyRequest, reply: FastifyReply, state?: FormState) {
    const shown = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const row = await readProposal(ctx.db, idOf(request))
      const both = [row.mentorPersonId, row.menteePersonId]
      await recordAccess(ctx, 'person-viewed', both)
      return { row, away: await listAway(ctx.db, both, firstWeeks(ctx.now())) }
    })
    return sendPage(reply, proposalPage(frameOf(request), shown, state))
  }

  app.get('/me/proposals/:id', forPeople, async (request, reply) =>
    showAnswer(request, reply, ownParty(request), emptyForm),
  )

  app.post('/me/proposals/:id', forms.own, async (request, reply) =>
    takeAnswer(request, reply, ownParty(request)),
  )

  app.get('/answer/:token', forLinkHolders, async (request, reply) =>
    showAnswer(request, reply, await partyOfLink(request), emptyForm),
  )

  app.post('/answer/:token', forms.byLink, async (request, reply) =>
    takeAnswer(request, reply, await partyOfLink(request)),
  )

  interface Party {
    actor: Actor & { kind: 'person' }
    proposalId: string
  }

  function ownParty(request: FastifyRequest): Party {
    return { actor: personOf(request.actor), proposalId: idOf(request) }
  }

  async function partyOfLink(request: FastifyRequest): Promise<Party> {
    const { token } = request.params as { token: string }
    const link = await readLink(ctx, token, 'answer')
    const { personId, proposalId, municipality } = link
    if (personId === null || proposalId === null || municipality === null)
      throw new Problem('not-found')
    return { actor: { kind: 'person', id: personId, municipality }, proposalId }
  }

  async function takeAnswer(request: FastifyRequest, reply: FastifyReply, party: Party) {
    const values = request.body as FormBody
    const by = actingAs(ctx, party.actor)
    const given = { answer: one(values, 'answer'), declineCode: one(values, 'declineCode') }
    const problems: FieldProblem[] | undefined = await submit(
      AnswerProposal,
      given,
      async (command) => {
        const { role } = await transact(by, (ctx) =>
          readParty(ctx.db, party.proposalId, party.actor.id),
        )
        await answerProposal(by, party.proposalId, role, command)
      },
    )
    if (problems === undefined) return reply.redirect(request.url.split('?')[0]!, 303)
    return showAnswer(request, reply.code(422), party, { values, problems })
  }

  async function showAnswer(
    request: FastifyRequest,
    reply: FastifyReply,
    party: Party,
    state: FormState,
  ) {
    const found = await transact(actingAs(ctx, party.actor), (ctx) =>
      readParty(ctx.db, party.proposalId, party.actor.id),
    )
    const view = partyView(request, found)
    return sendPage(reply, answerPage(publicFrameOf(request), view, state))
  }
}

function personOf(actor: Actor): Actor & { kind: 'person' } {
  if (actor.kind !== 'person') throw new Problem('not-allowed')
  return actor
}

function partyView(
  request: FastifyRequest,
  { proposal, role }: Awaited<ReturnType<typeof readParty>>,
): PartyView {
  const names = { mentor: firstName(proposal.mentorName), mentee: firstName(proposal.menteeName) }
  return {
    action: request.url.split('?')[0]!,
    isSignedIn: request.actor.kind === 'person',
    role,
    names,
    otherFirstName: role === 'mentor' ? names.mentee : names.mentor,
    parts: (proposal.explanation as unknown as { parts: Part[] }).parts,
    state: proposal.state,
    ownAnswer: role === 'mentor' ? proposal.mentorAnswer : proposal.menteeAnswer,
    expiresAt: proposal.expiresAt,
  }
}

async function readQueue(ctx: Context): Promise<Queue> {
  return transact(ctx, async (ctx) => {
    const drafts = await listProposals(ctx.db, ['draft'])
    const offered = await listProposals(ctx.db, ['offered'])
    const people = [...drafts.rows, ...offered.rows].flatMap((row) => [
      row.mentorPersonId,
      row.menteePersonId,
    ])
    await recordAccess(ctx, 'person-listed', people)
    return { drafts, offered, run: await findLatestRun(ctx.db) }
  })
}
