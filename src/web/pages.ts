import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type FieldProblem, Problem } from '../problems.ts'
import { Id } from './fields.ts'
import { type FormBody, fieldProblems } from './form.ts'

/** Sends a finished document. */
export function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page)
}

/** The `:id` of a page's address. What is no id names nothing, and looks like what does not exist. */
export function idOf(request: FastifyRequest): string {
  const id = Id.safeParse((request.params as { id?: unknown }).id)
  if (!id.success) throw new Problem('not-found')
  return id.data
}

/** The query of a page's address as a form: less the language, and less the fields left empty. */
export function filledIn(request: FastifyRequest): FormBody {
  const { lang: _, ...query } = request.query as FormBody
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}

/** The query of a page's address, less what the frame reads itself. */
export function queryOf<Schema extends z.ZodType>(
  schema: Schema,
  request: FastifyRequest,
): z.output<Schema> {
  const result = schema.safeParse(filledIn(request))
  if (result.success) return result.data
  throw new Problem('invalid-input', { fields: fieldProblems(result.error) })
}

/**
 * Checks a form and carries it out. Answers with the complaints about its fields, for the form to be
 * shown again as it was typed; `undefined` when it was done. Other problems pass through.
 */
export async function submit<Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
  operation: (command: z.output<Schema>) => Promise<unknown>,
): Promise<FieldProblem[] | undefined> {
  const command = schema.safeParse(given)
  if (!command.success) return fieldProblems(command.error)
  try {
    await operation(command.data)
    return undefined
  } catch (error) {
    const isAboutFields = error instanceof Problem && error.fields.length > 0
    if (isAboutFields || (error instanceof Problem && error.type === 'invalid-input'))
      return error.fields
    throw error
  }
}
