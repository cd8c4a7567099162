import type { FastifyContextConfig, FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { type FormBody, many } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm } from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { submit } from '../../web/pages.ts'
import type { MunicipalityForm } from './parts.ts'
import { showForm } from './show-form.ts'

interface AddForm<Schema extends z.ZodType> {
  /** Where the filled-in form is posted. */
  path: string
  /** The page to go back to, which lists what was added. */
  list: string
  options: { readonly config: FastifyContextConfig }
  /** How each field is read; a field read by `many` may repeat. */
  fields: Readonly<Record<string, (values: FormBody, name: string) => unknown>>
  page: (frame: Frame, form: MunicipalityForm) => string
  schema: Schema
  add: (ctx: Context, command: z.output<Schema>, request: FastifyRequest) => Promise<unknown>
  /** The field at fault when what is added already exists. */
  unique?: string
}

/** The two routes of a form that adds to a list: one shows the empty form, the other adds. */
export function addForm<Schema extends z.ZodType>(
  app: FastifyInstance,
  by: (request: FastifyRequest) => Context,
  { path, list, options, fields, page, schema, add, unique }: AddForm<Schema>,
): void {
  const { policy } = options.config
  app.get(`${path}/new`, { config: { policy } }, async (request, reply) =>
    showForm(by(request), { request, reply }, page, emptyForm),
  )

  const readers = Object.entries(fields)
  const names = readers.map(([name, read]) => (read === many ? `${name}[]` : name))
  app.post(path, formFields(options, ...names), async (request, reply) => {
    const values = request.body as FormBody
    const given = Object.fromEntries(readers.map(([name, read]) => [name, read(values, name)]))
    const problems = await submit(schema, given, (command) =>
      add(by(request), command, request),
    ).catch((error) => {
      const isTaken =
        (error instanceof Problem && error.type === 'already-exists') || error.code === '23505'
      if (isTaken && unique !== undefined) return [{ pointer: unique, code: 'taken' } as const]
      throw error
    })
    if (problems === undefined) return reply.redirect(list, 303)
    return showForm(by(request), { request, reply: reply.code(422) }, page, { values, problems })
  })
}
