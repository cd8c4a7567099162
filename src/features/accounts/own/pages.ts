import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../../context.ts'
import type { KeyRing } from '../../../db/seal.ts'
import { type FieldProblem, Problem } from '../../../problems.ts'
import { type FormBody, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { localPath } from '../../../web/html.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { sessionToken, startSession } from '../../../web/session.ts'
import { beginSecondFactor } from '../second-factor/begin-second-factor.ts'
import { changePassword } from '../change-password.ts'
import { confirmSession, proofOf } from '../second-factor/confirm.ts'
import { enableSecondFactor } from '../second-factor/enable-second-factor.ts'
import { endOtherSessions } from '../sessions/end-other-sessions.ts'
import { endSession } from '../sessions/end-session.ts'
import { readOwnSession } from '../sessions/read-own-session.ts'
import { ChangePassword, Confirm, EnableSecondFactor } from '../schema.ts'
import { listSessions } from '../sessions/sql.ts'
import { readUnsubscribed } from '../subscriptions/read-unsubscribed.ts'
import { subscriberOf } from '../subscriptions/schema.ts'
import { totpPlace } from '../second-factor/totp.ts'
import { accountPage, confirmPage, recoveryPage, secondFactorPage } from './views.ts'

/** Public, because no other policy admits a session whose second factor is missing. */
const forUnverifiedSession = { config: { policy: 'public' } } as const
const forStaff = { config: { policy: 'staff' } } as const
const forms = {
  confirm: formFields(forUnverifiedSession, 'proof', 'next'),
  secondFactor: formFields(forUnverifiedSession, 'code'),
  password: formFields(forStaff, 'current', 'password'),
}

/** A colleague's own account: second factor, password and sessions. */
export function ownAccountPages(
  app: FastifyInstance,
  ctx: Context,
  site: { keys: KeyRing; oidc: { name: string; isRequired: boolean } | undefined },
): void {
  const { keys, oidc } = site
  const takesPassword = oidc?.isRequired !== true

  app.get('/confirm', forUnverifiedSession, async (request, reply) =>
    showConfirm(request, reply, nextOf(request), emptyForm),
  )

  app.post('/confirm', forms.confirm, async (request, reply) => {
    const values = request.body as FormBody
    const next = localPath(one(values, 'next'))
    const given = { proof: secretOf(values, 'proof') }
    const problems = await submit(Confirm, given, async (proof) =>
      startSession(
        reply,
        await confirmSession(ctx, sessionToken(request), proof, { keys, takesPassword }),
      ),
    ).catch(wrongProof)
    if (problems === undefined) return reply.redirect(next, 303)
    return showConfirm(request, reply.code(422), next, { values, problems })
  })

  app.get('/second-factor', forUnverifiedSession, async (request, reply) =>
    showSecondFactor(request, reply, emptyForm),
  )

  app.post('/second-factor/new', forUnverifiedSession, async (request, reply) => {
    await beginSecondFactor(ctx, sessionToken(request), keys)
    return reply.redirect('/second-factor', 303)
  })

  // Answers with the page, not a redirect: recovery codes are shown only once.
  app.post('/second-factor', forms.secondFactor, async (request, reply) => {
    const values = request.body as FormBody
    let recoveryCodes: string[] = []
    const given = { code: one(values, 'code') }
    const problems = await submit(EnableSecondFactor, given, async (code) => {
      const enabled = await enableSecondFactor(ctx, sessionToken(request), code, keys)
      startSession(reply, enabled.session)
      recoveryCodes = enabled.recoveryCodes
    })
    if (problems !== undefined)
      return showSecondFactor(request, reply.code(422), { values, problems })
    return sendPage(reply, recoveryPage(frameOf(request), recoveryCodes))
  })

  app.get('/account', forStaff, async (request, reply) => showAccount(request, reply, emptyForm))

  app.post('/account/password', forms.password, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      current: secretOf(values, 'current'),
      password: secretOf(values, 'password'),
    }
    const problems = await submit(ChangePassword, given, async (change) =>
      startSession(reply, await changePassword(ctx, staffId(request.actor), change)),
    )
    if (problems === undefined) return reply.redirect('/account', 303)
    return showAccount(request, reply.code(422), { values, problems })
  })

  app.post('/account/sessions/:id/end', forStaff, async (request, reply) => {
    await endSession(ctx, staffId(request.actor), idOf(request))
    return reply.redirect('/account', 303)
  })

  app.post('/account/sessions/end-others', forStaff, async (request, reply) => {
    await endOtherSessions(ctx, staffId(request.actor), sessionToken(request)!)
    return reply.redirect('/account', 303)
  })

  async function showConfirm(
    request: FastifyRequest,
    reply: FastifyReply,
    next: string,
    state: FormState,
  ) {
    const own = await readOwnSession(ctx, sessionToken(request))
    if (own.verifiedAt === null && own.totpSecret === null)
      return reply.redirect('/second-factor', 303)
    // Before the second factor is given, the issuer is not offered as an alternative.
    const elsewhere = own.verifiedAt === null ? undefined : oidc?.name
    const shown = { next, state, proof: proofOf(own, takesPassword), elsewhere }
    return sendPage(reply, confirmPage(frameOf(request), shown))
  }

  async function showSecondFactor(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const own = await readOwnSession(ctx, sessionToken(request))
    if (own.verifiedAt === null && own.totpSecret !== null) return reply.redirect('/confirm', 303)
    const { email, totpPending: pending } = own
    const place = totpPlace('totp_pending', own.accountId)
    const secret = pending === null ? undefined : keys.open(pending, place)
    return sendPage(reply, secondFactorPage(frameOf(request), { email, secret, state }))
  }

  async function showAccount(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const system = actingAs(ctx, { kind: 'system' })
    const own = await readOwnSession(ctx, sessionToken(request))
    const sessions = await transact(system, (ctx) => listSessions(ctx.db, own.accountId))
    const { actor } = request
    const unsubscribed =
      actor.kind === 'staff' && actor.role === 'coordinator'
        ? await readUnsubscribed(ctx, subscriberOf(actor))
        : undefined
    const hasPassword = own.password !== null && takesPassword
    return sendPage(
      reply,
      accountPage(frameOf(request), { own, sessions, state, hasPassword, unsubscribed }),
    )
  }
}

function staffId(actor: Actor): string {
  if (actor.kind !== 'staff') throw new Problem('not-allowed')
  return actor.id
}

function nextOf(request: FastifyRequest): string {
  const { next } = request.query as { next?: unknown }
  return localPath(typeof next === 'string' ? next : undefined)
}

/** Not trimmed: a space at the end is part of a password. */
function secretOf(values: FormBody, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

function wrongProof(error: unknown): FieldProblem[] {
  if (error instanceof Problem && error.type === 'wrong-credentials')
    return [{ pointer: '/proof', code: 'wrong' }]
  throw error
}
