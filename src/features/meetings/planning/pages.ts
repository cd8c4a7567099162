import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact, type Work } from '../../../context.ts'
import { type FormBody, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { sendPage, submit } from '../../../web/pages.ts'
import { recordAccess } from '../../audit/record.ts'
import { listMeetingPlaces, type MeetingPlaces } from '../../places/list-meeting-places.ts'
import { findTimesForForm } from './find-times-for-form.ts'
import { atFields, planFields, planOf } from './form.ts'
import { planMeeting } from './plan.ts'
import { PlanMeeting } from './schema.ts'
import { listMatchesToPlan } from './sql.ts'
import { planPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = { plan: formFields(forCoordinators, ...planFields) }

export function planningPages(app: FastifyInstance, ctx: Context): void {
  app.get('/meetings/new', forCoordinators, async (request, reply) =>
    showPlan(request, reply, { ...emptyForm, values: request.query as FormBody }),
  )

  app.post('/meetings', forms.plan, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await submit(PlanMeeting, planOf(values), (plan) =>
      planMeeting(actingAs(ctx, request.actor), plan),
    )
    if (problems === undefined) return reply.redirect('/meetings', 303)
    const state = { values, problems: atFields(problems, values) }
    return showPlan(request, reply.code(422), state)
  })

  async function showPlan(request: FastifyRequest, reply: FastifyReply, given: FormState) {
    const { actor } = request
    const plan = await transact(actingAs(ctx, actor), async (ctx) => {
      const matches = await listMatchesToPlan(ctx.db)
      const people = matches.flatMap((match) => [match.mentorPersonId, match.menteePersonId])
      await recordAccess(ctx, 'person-listed', people)
      const places = await listMeetingPlaces(ctx, municipalityOf(actor))
      const values = withDefaults(ctx, given.values, places)
      const found = await findTimesForForm(ctx, values)
      const problems = [...given.problems, ...(found.problems ?? [])]
      return { matches, places, times: found.times, state: { values, problems } }
    })
    return sendPage(reply, planPage(frameOf(request), plan))
  }
}

/** An hour at the first site, with the coordinator who plans. */
function withDefaults({ actor }: Work, values: FormBody, places: MeetingPlaces): FormBody {
  const isColleague = 'id' in actor && places.colleagues.some(({ id }) => id === actor.id)
  const own = isColleague ? actor.id : 'none'
  const where = places.sites[0]?.id ?? (places.isOnline ? 'online' : 'elsewhere')
  return {
    ...values,
    minutes: one(values, 'minutes') ?? '60',
    where: one(values, 'where') ?? where,
    account: one(values, 'account') ?? own,
  }
}
