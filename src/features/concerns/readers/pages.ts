import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { listColleagues } from '../../../db/colleagues.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, many } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { NameReaders } from '../schema.ts'
import { mayName, nameReaders } from './name-readers.ts'
import { findProgrammeOfTown, listReaders, readProgramme } from './sql.ts'
import { readersPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator', stepUp: true } } as const
const forAdministrators = { config: { policy: 'administrator', stepUp: true } } as const
const forms = {
  coordinators: formFields(forCoordinators, 'accountIds[]'),
  administrators: formFields(forAdministrators, 'accountIds[]'),
}

/** Where a programme's readers of concerns are named. */
export function readerPages(app: FastifyInstance, ctx: Context): void {
  app.get('/programme/concerns', forCoordinators, async (request, reply) =>
    showReaders(request, reply, await ownProgramme(request), emptyForm),
  )
  app.post('/programme/concerns', forms.coordinators, async (request, reply) =>
    takeReaders(request, reply, await ownProgramme(request)),
  )

  app.get('/administration/programmes/:id/concerns', forAdministrators, async (request, reply) =>
    showReaders(request, reply, idOf(request), emptyForm),
  )
  app.post(
    '/administration/programmes/:id/concerns',
    forms.administrators,
    async (request, reply) => takeReaders(request, reply, idOf(request)),
  )

  async function ownProgramme(request: FastifyRequest): Promise<string> {
    const municipality = municipalityOf(request.actor)
    const programme = await transact(actingAs(ctx, request.actor), (ctx) =>
      findProgrammeOfTown(ctx.db, municipality),
    )
    if (programme === undefined) throw new Problem('not-found')
    return programme.id
  }

  async function takeReaders(request: FastifyRequest, reply: FastifyReply, programmeId: string) {
    const values = request.body as FormBody
    const problems = await submit(
      NameReaders,
      { accountIds: many(values, 'accountIds') },
      (command) => nameReaders(actingAs(ctx, request.actor), programmeId, command),
    )
    if (problems === undefined) return reply.redirect(request.url.split('?')[0]!, 303)
    return showReaders(request, reply.code(422), programmeId, { values, problems })
  }

  async function showReaders(
    request: FastifyRequest,
    reply: FastifyReply,
    programmeId: string,
    state: FormState,
  ) {
    const { actor } = request
    // The system: an administrator has no municipality, so row-level security would show nobody.
    const shown = await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => {
      const programme = await readProgramme(ctx.db, programmeId)
      return {
        programme: programme.name,
        colleagues: await listColleagues(ctx.db, programme.municipality),
        readers: await listReaders(ctx.db, programmeId),
        mayName: await mayName(actingAs(ctx, actor), programme),
      }
    })
    const action = request.url.split('?')[0]!
    return sendPage(reply, readersPage(frameOf(request), { ...shown, action, state }))
  }
}
