import type { FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { type FieldProblem, Problem } from '../../problems.ts'
import type { FormState } from '../../web/form-parts.ts'
import { type Frame, frameOf } from '../../web/frame.ts'
import { sendPage } from '../../web/pages.ts'
import type { MunicipalityForm } from './parts.ts'
import { listMunicipalities } from './sql.ts'

/** Shows a form with a choice of municipalities, empty or with what was typed. */
export async function showForm(
  ctx: Context,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  page: (frame: Frame, form: MunicipalityForm) => string,
  state: FormState,
) {
  const municipalities = await transact(actingAs(ctx, request.actor), (ctx) =>
    listMunicipalities(ctx.db),
  )
  return sendPage(reply, page(frameOf(request), { municipalities, state }))
}

/** Turns a conflict into a problem at the field that caused it, so that the form comes back as typed. */
export function takenAt(pointer: string): (error: unknown) => FieldProblem[] {
  return (error) => {
    const isTaken =
      (error instanceof Problem && error.type === 'already-exists') ||
      (error as { code?: unknown }).code === '23505'
    if (isTaken) return [{ pointer, code: 'taken' }]
    throw error
  }
}
