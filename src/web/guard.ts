import type { FastifyInstance, FastifyRequest, FastifySchema, RouteOptions } from 'fastify'
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
  interface FastifyInstance {
    /** Every route with who may knock; complete when the app is ready. */
    inventory: readonly ListedRoute[]
  }
  interface FastifyContextConfig {
    policy?: Policy
    /** Asks staff to prove once more who they are: before what a found desk must not allow. */
    stepUp?: true
    /** What the form of a page sends besides its token; a `*` at the end is what varies, `[]` what may repeat. */
    fields?: readonly string[]
  }
}

/** One row of the product's list of routes. */
export interface ListedRoute {
  method: string
  url: string
  policy: Policy
  stepUp: boolean
  /** What a form may send, where the route takes one. */
  fields: readonly string[]
  /** What goes in and out, where the API describes it. */
  schema: FastifySchema | undefined
}

/**
 * Whom the policy of a route does not admit goes no further. A product with a route that names no
 * policy does not start. Decorates the app with the list of all routes.
 */
export function guardRoutes(app: FastifyInstance): void {
  const inventory: ListedRoute[] = []
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  app.decorate('inventory', inventory)
  // Asked when all is set up: plugins of others get their policy from the scope they stand in.
  app.addHook('onReady', async () => {
    const open = routes.filter((route) => route.config?.policy === undefined)
    if (open.length > 0)
      throw new Error(`No policy: ${open.map(({ method, url }) => `${method} ${url}`).join(', ')}`)
    for (const { method, url, config, schema } of routes)
      for (const one of [method].flat())
        inventory.push({
          method: one,
          url,
          policy: config!.policy!,
          stepUp: config!.stepUp ?? false,
          fields: config!.fields ?? [],
          schema,
        })
  })
  app.addHook('preParsing', async (request) => {
    if (request.is404) return
    const { policy, stepUp } = request.routeOptions.config
    admit(request, policy)
    if (stepUp && request.actor.kind === 'staff' && !request.actor.hasSteppedUp)
      throw new Problem('step-up-required')
  })
}

/** Gives every route of a scope the policy that everybody may knock: for plugins that bring their own. */
export function openToEveryone(scope: FastifyInstance): void {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, policy: 'public' }
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
