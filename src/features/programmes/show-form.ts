import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Context, transact } from '../../context.ts'
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
  const municipalities = await transact(ctx, (ctx) => listMunicipalities(ctx.db))
  return sendPage(reply, page(frameOf(request), { municipalities, state }))
}
