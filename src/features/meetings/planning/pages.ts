import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { listSites } from '../../../db/sites.ts'
import { Id } from '../../../web/fields.ts'
import { type FormBody, many, numberOrText, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { sendPage, submit } from '../../../web/pages.ts'
import { recordAccess } from '../../audit/record.ts'
import { planMeeting } from './plan.ts'
import { proposeSlots } from './propose-slots.ts'
import { PlanMeeting } from './schema.ts'
import { listMatchesToPlan } from './sql.ts'
import { planPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  plan: formFields(forCoordinators, 'match[]', 'siteId', 'startsAt', 'minutes'),
}

export function planningPages(app: FastifyInstance, ctx: Context): void {
  app.get('/meetings/new', forCoordinators, async (request, reply) => {
    const chosen = many(request.query as FormBody, 'match').filter((id) => Id.safeParse(id).success)
    return showPlan(request, reply, chosen, { ...emptyForm, values: { minutes: '60' } })
  })

  app.post('/meetings', forms.plan, async (request, reply) => {
    const values = request.body as FormBody
    const chosen = many(values, 'match')
    const given = {
      matchIds: chosen,
      siteId: one(values, 'siteId'),
      startsAt: one(values, 'startsAt'),
      minutes: numberOrText(values, 'minutes'),
    }
    const problems = await submit(PlanMeeting, given, (plan) =>
      planMeeting(actingAs(ctx, request.actor), plan),
    )
    if (problems === undefined) return reply.redirect('/meetings', 303)
    return showPlan(
      request,
      reply.code(422),
      chosen.filter((id) => Id.safeParse(id).success),
      { values, problems },
    )
  })

  async function showPlan(
    request: FastifyRequest,
    reply: FastifyReply,
    chosen: readonly string[],
    state: FormState,
  ) {
    const { actor } = request
    const by = actingAs(ctx, actor)
    const minutes = Number(one(state.values, 'minutes')) || 60
    const plan = await transact(by, async (ctx) => {
      const matches = await listMatchesToPlan(ctx.db)
      const people = matches.flatMap((match) => [match.mentorPersonId, match.menteePersonId])
      await recordAccess(ctx, 'person-listed', people)
      return {
        matches,
        sites: await listSites(ctx.db, municipalityOf(actor)),
        slots: chosen.length === 0 ? [] : await proposeSlots(ctx, chosen, minutes),
      }
    })
    return sendPage(reply, planPage(frameOf(request), { ...plan, chosen, state }))
  }
}
