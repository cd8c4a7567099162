import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '../context.ts'
import { Problem } from '../problems.ts'

/** Who may knock. Every route names one; whether a row is theirs, the operation and the database say. */
export const policies = {
  public: () => true,
  coordinator: (actor) =>
    actor.kind === 'staff'
      ? actor.role === 'coordinator'
      : actor.kind === 'client' && actor.scopes.includes('programme:write'),
  administrator: (actor) => actor.kind === 'staff' && actor.role === 'administrator',
  staff: (actor) => actor.kind === 'staff',
  person: (actor) => actor.kind === 'person',
  statistics: (actor) =>
    actor.kind === 'staff'
      ? actor.role === 'coordinator'
      : actor.kind === 'client' &&
        (actor.scopes.includes('stats:read') || actor.scopes.includes('programme:write')),
} as const satisfies Record<string, (actor: Actor) => boolean>

export type Policy = keyof typeof policies

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: Policy
  }
}

/** A route without a policy does not start; a visitor whom the policy does not admit goes no further. */
export function guardRoutes(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (route.config?.policy === undefined)
      throw new Error(`${route.method} ${route.url} names no policy`)
  })
  app.addHook('preParsing', async (request) => {
    if (!request.is404) admit(request, request.routeOptions.config.policy)
  })
}

function admit(request: FastifyRequest, policy: Policy | undefined): void {
  if (policy !== undefined && policies[policy](request.actor)) return
  throw new Problem(request.actor.kind === 'public' ? 'sign-in-required' : 'not-allowed')
}

/** The municipality a signed-in coordinator or client works for. */
export function municipalityOf(actor: Actor): string {
  const municipality = 'municipality' in actor ? actor.municipality : undefined
  if (!municipality) throw new Problem('not-allowed')
  return municipality
}
