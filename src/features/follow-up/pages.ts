import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context } from '../../context.ts'
import { type FormBody, numberOrText, one, ticked } from '../../web/form.ts'
import { formFields } from '../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { municipalityOf } from '../../web/guard.ts'
import { idOf, sendPage, submit } from '../../web/pages.ts'
import { readFollowUp, setFollowUp } from '../programmes/follow-up.ts'
import { SetFollowUp } from '../programmes/schema.ts'
import { recordCheckIn } from './check-ins/record-check-in.ts'
import { RecordCheckIn } from './schema.ts'
import { showFollowUp } from './show-follow-up.ts'
import { checkInsPage, planFields, planPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  plan: formFields(forCoordinators, 'version', ...planFields, 'asksToGoOn'),
  checkIn: formFields(forCoordinators, 'with', 'way', 'goes', 'happenedOn', 'note'),
}

export function followUpPages(app: FastifyInstance, ctx: Context): void {
  app.get('/programme/follow-up', forCoordinators, async (request, reply) =>
    showPlan(request, reply),
  )

  app.post('/programme/follow-up', forms.plan, async (request, reply) => {
    const values = request.body as FormBody
    const plan = Object.fromEntries(planFields.map((name) => [name, numberOrText(values, name)]))
    const given = {
      version: numberOrText(values, 'version'),
      plan,
      asksToGoOn: ticked(values, 'asksToGoOn'),
    }
    const problems = await submit(SetFollowUp, given, (command) =>
      setFollowUp(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect('/programme/follow-up', 303)
    // The form shows the plan's fields, not the plan.
    const atFields = problems.map((problem) => ({
      ...problem,
      pointer: problem.pointer.replace(/^\/plan/, ''),
    }))
    return showPlan(request, reply.code(422), { values, problems: atFields })
  })

  app.get('/matches/:id/check-ins', forCoordinators, async (request, reply) =>
    showCheckIns(request, reply, emptyForm),
  )

  app.post('/matches/:id/check-ins', forms.checkIn, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      with: one(values, 'with'),
      way: one(values, 'way'),
      goes: one(values, 'goes'),
      happenedOn: one(values, 'happenedOn'),
      note: one(values, 'note'),
    }
    const problems = await submit(RecordCheckIn, given, (checkIn) =>
      recordCheckIn(actingAs(ctx, request.actor), idOf(request), checkIn),
    )
    if (problems === undefined) return reply.redirect(`/matches/${idOf(request)}/check-ins`, 303)
    return showCheckIns(request, reply.code(422), { values, problems })
  })

  async function showPlan(request: FastifyRequest, reply: FastifyReply, typed?: FormState) {
    const { actor } = request
    const stored = await readFollowUp(actingAs(ctx, actor), municipalityOf(actor))
    const { version, plan, asksToGoOn } = stored
    const values = {
      ...Object.fromEntries(planFields.map((name) => [name, String(plan[name])])),
      asksToGoOn: asksToGoOn ? 'on' : undefined,
    }
    return sendPage(reply, planPage(frameOf(request), version, typed ?? { values, problems: [] }))
  }

  async function showCheckIns(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const view = await showFollowUp(actingAs(ctx, request.actor), idOf(request))
    return sendPage(reply, checkInsPage(frameOf(request), view, state))
  }
}
