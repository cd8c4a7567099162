import type { FastifyInstance, FastifyRequest } from 'fastify'
import { publicFrameOf } from '../../web/frame.ts'
import { sendPage } from '../../web/pages.ts'
import { frontPage } from './views.ts'

export function peoplePages(app: FastifyInstance): void {
  app.get('/', { config: { policy: 'public' } }, async (request, reply) => {
    const home = homeOf(request)
    return home === undefined
      ? sendPage(reply, frontPage(publicFrameOf(request)))
      : reply.redirect(home, 303)
  })
}

/** The home page of a signed-in user; undefined for the public. */
function homeOf(request: FastifyRequest): string | undefined {
  const { actor } = request
  if (actor.kind === 'person') return '/me'
  if (actor.kind === 'staff') return actor.role === 'coordinator' ? '/proposals' : '/administration'
  return undefined
}
