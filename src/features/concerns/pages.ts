import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import type { KeyRing } from '../../db/seal.ts'
import { type FormBody, one } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { recordEvent } from '../audit/record.ts'
import { followUpConcern } from './follow-up.ts'
import { haltMeetings } from './halt-meetings.ts'
import { readConcern, requireReader } from './read-concern.ts'
import { FollowUp } from './schema.ts'
import { listConcerns } from './sql.ts'
import { concernPage, concernsPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const stepForm = formFields(forCoordinators, 'kind', 'text', 'happenedOn')

/** For the readers of concerns; to every other colleague these pages do not exist. */
export function concernPages(app: FastifyInstance, ctx: Context, keys: KeyRing): void {
  app.get('/concerns', forCoordinators, async (request, reply) => {
    const municipality = municipalityOf(request.actor)
    const concerns = await transact(actingAs(ctx, request.actor), async (ctx) => {
      await requireReader(ctx)
      await recordEvent(ctx, { action: 'concern-listed', municipality })
      return listConcerns(ctx.db)
    })
    return sendPage(reply, concernsPage(frameOf(request), concerns))
  })

  app.get('/concerns/:id', forCoordinators, async (request, reply) =>
    showConcern(request, reply, emptyForm),
  )

  app.post('/concerns/:id/steps', stepForm, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      kind: one(values, 'kind'),
      text: one(values, 'text'),
      happenedOn: one(values, 'happenedOn'),
    }
    const problems = await submit(FollowUp, given, (step) =>
      followUpConcern(actingAs(ctx, request.actor), idOf(request), step, keys),
    )
    if (problems === undefined) return reply.redirect(`/concerns/${idOf(request)}`, 303)
    return showConcern(request, reply.code(422), { values, problems })
  })

  app.post('/concerns/:id/halt', forCoordinators, async (request, reply) => {
    await haltMeetings(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect(`/concerns/${idOf(request)}`, 303)
  })

  async function showConcern(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const concern = await readConcern(actingAs(ctx, request.actor), idOf(request), keys)
    return sendPage(reply, concernPage(frameOf(request), concern, ctx.now(), state))
  }
}
