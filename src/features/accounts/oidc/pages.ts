import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { frameOf } from '../../../web/frame.ts'
import { localPath } from '../../../web/html.ts'
import { sendPage } from '../../../web/pages.ts'
import {
  bindBrowser,
  boundBrowser,
  endSession,
  releaseBrowser,
  sessionToken,
  startSession,
} from '../../../web/session.ts'
import { readOwnSession } from '../sessions/read-own-session.ts'
import { signOut } from '../sessions/sign-out.ts'
import { beginOidc } from './begin.ts'
import { finishOidc } from './finish.ts'
import { type OidcSettings, openIssuer } from './issuer.ts'
import { onwardPage } from './views.ts'

const forEveryone = { config: { policy: 'public' } } as const
const forStaff = { config: { policy: 'staff' } } as const

/** Sign-in, confirmation and sign-out through the municipality's sign-in, if configured. */
export function oidcPages(
  app: FastifyInstance,
  ctx: Context,
  site: {
    baseUrl: string
    needsSecondFactor: boolean
    oidc: (OidcSettings & { name: string }) | undefined
  },
): void {
  const { oidc } = site
  const issuer = oidc && openIssuer(oidc, site.baseUrl, ctx.now)

  app.post('/sign-in/oidc', formFields(forEveryone, 'next'), (request, reply) =>
    leave(request, reply, 'sign-in'),
  )

  app.post('/confirm/oidc', formFields(forStaff, 'next'), (request, reply) =>
    leave(request, reply, 'confirm'),
  )

  // A GET that signs in: safe because only the browser that left has the cookie, and the answer
  // works once.
  app.get('/sign-in/oidc/callback', forEveryone, async (request, reply) => {
    if (issuer === undefined) throw new Problem('not-found')
    const query = request.url.split('?').slice(1).join('?')
    const back = {
      query,
      browser: boundBrowser(request),
      agent: request.headers['user-agent'],
    }
    releaseBrowser(reply)
    const { session, next, isVerified } = await finishOidc(
      ctx,
      issuer,
      back,
      site.needsSecondFactor,
    )
    startSession(reply, session)
    const address = isVerified ? next : `/confirm?next=${encodeURIComponent(next)}`
    const frame = frameOf(request)
    return sendPage(reply, onwardPage(frame, { address, title: frame.t('account.oidc.back') }))
  })

  app.post('/sign-out', forEveryone, async (request, reply) => {
    const token = sessionToken(request)
    const ended = token === undefined ? undefined : await signOut(ctx, token)
    endSession(reply)
    reply.header('clear-site-data', '"cache", "storage"')
    const address = ended?.byIssuer ? await issuer?.endAddress() : undefined
    if (address === undefined) return reply.redirect('/', 303)
    // Shown as to an anonymous visitor: the session has just ended.
    const frame = { ...frameOf(request), actor: { kind: 'public' } as const, forgeryToken: '' }
    const title = frame.t('account.oidc.signOut', { name: oidc!.name })
    return sendPage(reply, onwardPage(frame, { address, title }))
  })

  async function leave(
    request: FastifyRequest,
    reply: FastifyReply,
    purpose: 'sign-in' | 'confirm',
  ) {
    if (issuer === undefined) throw new Problem('not-found')
    const token = sessionToken(request)
    const own = await readOwnSession(ctx, token).catch(() => undefined)
    const next = localPath(one(request.body as FormBody, 'next'))
    const { address, browser } = await beginOidc(ctx, issuer, {
      purpose,
      sessionId: own?.id,
      next,
    })
    bindBrowser(reply, browser)
    const frame = frameOf(request)
    const title = frame.t('account.oidc.away', { name: oidc!.name })
    return sendPage(reply, onwardPage(frame, { address, title }))
  }
}
