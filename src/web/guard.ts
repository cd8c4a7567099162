import type { FastifyInstance, FastifyRequest, FastifySchema, RouteOptions } from 'fastify'
import type { Actor } from '../context.ts'
import { Problem } from '../problems.ts'

/** Who may use a route. Whether they may see a row is checked by the operation and the database. */
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
    /** Every route with its policy; complete when the app is ready. */
    inventory: readonly ListedRoute[]
  }
  interface FastifyContextConfig {
    policy?: Policy
    /** Takes requests that no page of ours makes: the token in its address is the proof. */
    fromElsewhere?: true
    /** Requires staff to have authenticated recently, against misuse of an unlocked computer. */
    stepUp?: true
    /**
     * The fields of the form besides its token; `*` at the end stands for any ending, `[]` for repeats.
     */
    fields?: readonly string[]
  }
}

export interface ListedRoute {
  method: string
  url: string
  policy: Policy
  stepUp: boolean
  fromElsewhere: boolean
  /** The fields of a form, where the route takes one. */
  fields: readonly string[]
  schema: FastifySchema | undefined
}

/**
 * Refuses requests that a route's policy does not admit, and refuses to start with a route that has
 * no policy. Decorates the app with the inventory of routes.
 */
export function guardRoutes(app: FastifyInstance): void {
  const inventory: ListedRoute[] = []
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => {
    routes.push(route)
  })
  app.decorate('inventory', inventory)
  // Checked when all is set up: routes of plugins get their policy from their scope.
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
          fromElsewhere: config!.fromElsewhere ?? false,
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

/** Makes every route of a scope public, for plugins with their own routes. */
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
