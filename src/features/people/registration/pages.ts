import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actingAs, type Context } from '../../../context.ts'
import { frameOf } from '../../../web/frame.ts'
import { sendPage } from '../../../web/pages.ts'
import { startSession } from '../../../web/session.ts'
import { readLink } from '../../accounts/read-link.ts'
import { confirmEmail } from './confirm-email.ts'
import { welcomePage } from './views.ts'

const forLinkHolders = { config: { policy: 'public' } } as const

/** Behind the link that confirms a registration: looking changes nothing, for scanners look too. */
export function welcomePages(app: FastifyInstance, ctx: Context): void {
  app.get('/welcome/:token', forLinkHolders, async (request, reply) => {
    await readLink(actingAs(ctx, { kind: 'system' }), tokenOf(request), 'confirm-email')
    return sendPage(reply, welcomePage(frameOf(request)))
  })

  app.post('/welcome/:token', forLinkHolders, async (request, reply) => {
    startSession(reply, await confirmEmail(ctx, tokenOf(request)))
    return reply.redirect('/me', 303)
  })
}

function tokenOf(request: FastifyRequest): string {
  return (request.params as { token: string }).token
}
