import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { type FieldProblem, Problem } from '../problems.ts'
import { Id } from './fields.ts'
import { type FormBody, fieldProblems } from './form.ts'

export function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page)
}

/** The `:id` of a page's address. A malformed id is not found. */
export function idOf(request: FastifyRequest): string {
  const id = Id.safeParse((request.params as { id?: unknown }).id)
  if (!id.success) throw new Problem('not-found')
  return id.data
}

/** The query of a page's address as a form, without the language and empty fields. */
export function filledIn(request: FastifyRequest): FormBody {
  const { lang: _, ...query } = request.query as FormBody
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''))
}

/**
 * Validates a form and runs the operation. Returns field problems, so that the form can be shown
 * again as typed, or `undefined` on success. Other problems are thrown.
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
