import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { type FormBody, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { publicFrameOf } from '../../web/frame.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { requesterToken, newToken, rememberRequester } from '../../web/session.ts'
import { wordOf } from '../accounts/links/link-requester.ts'
import { readUnsubscribed } from '../accounts/subscriptions/read-unsubscribed.ts'
import { subscriberOf } from '../accounts/subscriptions/schema.ts'
import { pauseEnrolment } from '../people/transitions/by-hand/pause.ts'
import { resumeEnrolment } from '../people/transitions/by-hand/resume.ts'
import { resendConfirmation } from '../people/profile/resend-confirmation.ts'
import { discardNewAddress } from '../people/profile/discard-new-address.ts'
import { listOpenQuestions } from '../follow-up/questions/read-question.ts'
import { leaveRole } from './leave.ts'
import { listMeetingsAhead, listOwnPairs } from './pair/sql.ts'
import { requestLink } from './request-link.ts'
import { PauseRole, RequestLink } from './schema.ts'
import {
  listOwnInterviews,
  listOwnProposals,
  listOwnRequirements,
  listRoles,
  readOwnAddress,
  readRole,
} from './sql.ts'
import { linkPage, linkSentPage, ownPage } from './views.ts'

const forPeople = { config: { policy: 'person' } } as const
const forEveryone = { config: { policy: 'public' } } as const
const forms = {
  pause: formFields(forPeople, 'until', 'pair'),
  link: formFields(forEveryone, 'email'),
}

/** A person's own page, behind the link they were mailed, and the way to a new link. */
export function selfServicePages(app: FastifyInstance, ctx: Context): void {
  app.get('/me', forPeople, async (request, reply) => showOwn(request, reply, emptyForm))

  app.post('/me/roles/:id/pause', forms.pause, async (request, reply) => {
    const values = request.body as FormBody
    const given = { until: one(values, 'until'), pair: one(values, 'pair') }
    const problems = await submit(PauseRole, given, (pause) =>
      withRole(request, (by, id) => pauseEnrolment(by, id, pause)),
    )
    if (problems === undefined) return reply.redirect('/me', 303)
    return showOwn(request, reply.code(422), { values, problems })
  })

  app.post('/me/roles/:id/return', forPeople, async (request, reply) => {
    await withRole(request, resumeEnrolment)
    return reply.redirect('/me', 303)
  })

  app.post('/me/roles/:id/leave', forPeople, async (request, reply) => {
    await leaveRole(actingAs(ctx, request.actor), ownIdOf(request.actor), idOf(request))
    return reply.redirect('/me', 303)
  })

  app.post('/me/address/question', forPeople, async (request, reply) => {
    await resendConfirmation(actingAs(ctx, request.actor), whoseOf(request.actor))
    return reply.redirect('/me', 303)
  })

  app.post('/me/address/withdrawal', forPeople, async (request, reply) => {
    await discardNewAddress(actingAs(ctx, request.actor), whoseOf(request.actor))
    return reply.redirect('/me', 303)
  })

  async function showOwn(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const id = ownIdOf(request.actor)
    const own = await transact(actingAs(ctx, request.actor), async (ctx) => ({
      roles: await listRoles(ctx.db, id),
      address: await readOwnAddress(ctx.db, id),
      proposals: await listOwnProposals(ctx.db, id),
      questions: await listOpenQuestions(ctx, id),
      pairs: await listOwnPairs(ctx.db, id, ctx.now()),
      meetings: await listMeetingsAhead(ctx.db, id, ctx.now()),
      requirements: await listOwnRequirements(ctx.db, id),
      interviews: await listOwnInterviews(ctx.db, id),
      unsubscribed: await readUnsubscribed(ctx, subscriberOf(request.actor)),
      now: ctx.now(),
    }))
    return sendPage(reply, ownPage(publicFrameOf(request), { ...own, state }))
  }

  /** Acts on the role in the address; a role of somebody else is not found. */
  async function withRole(
    request: FastifyRequest,
    act: (by: Context, id: string) => Promise<void>,
  ): Promise<void> {
    const by = actingAs(ctx, request.actor)
    await transact(by, async (by) => {
      const { id } = await readRole(by.db, ownIdOf(request.actor), idOf(request))
      await act(by, id)
    })
  }

  app.get('/link', forEveryone, async (request, reply) =>
    sendPage(reply, linkPage(publicFrameOf(request), emptyForm)),
  )

  app.get('/link/sent', forEveryone, async (request, reply) =>
    sendPage(reply, linkSentPage(publicFrameOf(request), wordShown(request))),
  )

  app.post('/link', forms.link, async (request, reply) => {
    const values = request.body as FormBody
    const browser = newToken()
    const problems = await submit(RequestLink, { email: one(values, 'email') }, (wanted) =>
      requestLink(actingAs(ctx, request.actor), wanted, browser),
    )
    // Known and unknown addresses get the same answer.
    if (problems === undefined) {
      rememberRequester(reply, browser)
      return reply.redirect('/link/sent', 303)
    }
    return sendPage(reply.code(422), linkPage(publicFrameOf(request), { values, problems }))
  })
}

function wordShown(request: FastifyRequest): string | undefined {
  const browser = requesterToken(request)
  return browser === undefined ? undefined : wordOf(browser)
}

function ownIdOf(actor: Actor): string {
  return whoseOf(actor).personId
}

function whoseOf(actor: Actor): { personId: string; municipality: string } {
  if (actor.kind !== 'person') throw new Problem('not-allowed')
  return { personId: actor.id, municipality: actor.municipality }
}
