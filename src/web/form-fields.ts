import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import { type FieldProblem, Problem } from '../problems.ts'
import { pointerTo } from './form.ts'

/**
 * The options of a route with a form. The form may have the named fields only, each once; a name
 * ending in `[]` may repeat.
 */
export function formFields<const Config extends FastifyContextConfig>(
  options: { readonly config: Config },
  ...fields: readonly string[]
): { config: Config & { fields: readonly string[] } } {
  return { config: { ...options.config, fields } }
}

/**
 * Refuses a form with an unknown field, as the API does: a field ignored today may have a meaning
 * tomorrow. Also refuses a repeated field, such as a yes and a no.
 */
export function refuseUnknownFields({ body, routeOptions }: FastifyRequest): void {
  const { fields = [] } = routeOptions.config
  const wrong = Object.entries(body ?? {}).flatMap(([name, value]): FieldProblem[] => {
    if (name === '_form') return []
    const field = fields.find((field) => names(field, name))
    if (field === undefined) return [{ pointer: pointerTo([name]), code: 'unknownField' }]
    const isTwice = Array.isArray(value) && !field.endsWith('[]')
    return isTwice ? [{ pointer: pointerTo([name]), code: 'repeated' }] : []
  })
  if (wrong.length > 0) throw new Problem('invalid-input', { fields: wrong })
}

function names(field: string, name: string): boolean {
  if (!field.endsWith('*')) return field.replace(/\[\]$/, '') === name
  return name.startsWith(field.slice(0, -1)) && /^[\w-]{1,50}$/.test(name)
}
