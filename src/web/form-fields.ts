import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import { Problem } from '../problems.ts'
import { pointerTo } from './form.ts'

/** The options of a route whose form has fields. A form takes none that its route does not name. */
export function taking<const Config extends FastifyContextConfig>(
  options: { readonly config: Config },
  ...fields: readonly string[]
): { config: Config & { fields: readonly string[] } } {
  return { config: { ...options.config, fields } }
}

/**
 * Refuses a form with a field that its page does not have, as the API refuses a body: nobody sends
 * one by mistake, and a field that is passed over today may mean something tomorrow.
 */
export function refuseUnknownFields({ body, routeOptions }: FastifyRequest): void {
  const { fields = [] } = routeOptions.config
  const strays = Object.keys(body ?? {}).filter(
    (name) => name !== '_form' && !fields.some((field) => names(field, name)),
  )
  if (strays.length === 0) return
  throw new Problem('invalid-input', {
    fields: strays.map((name) => ({ pointer: pointerTo([name]), code: 'unknownField' })),
  })
}

function names(field: string, name: string): boolean {
  if (!field.endsWith('*')) return field === name
  return name.startsWith(field.slice(0, -1)) && /^[\w-]{1,50}$/.test(name)
}
