import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import { type FieldProblem, Problem } from '../problems.ts'
import { pointerTo } from './form.ts'

/**
 * The options of a route whose form has fields. A form takes none that its route does not name, and takes
 * each once; what a group of boxes sends is named with `[]` at the end.
 */
export function formFields<const Config extends FastifyContextConfig>(
  options: { readonly config: Config },
  ...fields: readonly string[]
): { config: Config & { fields: readonly string[] } } {
  return { config: { ...options.config, fields } }
}

/**
 * Refuses a form with a field that its page does not have, as the API refuses a body: nobody sends
 * one by mistake, and a field that is passed over today may mean something tomorrow. So it is with one
 * that comes twice: of yes and no neither is the answer.
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
