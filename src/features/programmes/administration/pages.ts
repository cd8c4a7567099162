import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { type FormBody, many, one } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import { emptyForm } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { disableAccount } from '../../accounts/disable.ts'
import { inviteCoordinator } from '../../accounts/invite.ts'
import { reinviteColleague } from '../../accounts/reinvite.ts'
import { InviteCoordinator } from '../../accounts/schema.ts'
import { StartProgramme } from '../schema.ts'
import { showForm, takenAt } from '../show-form.ts'
import { listCoordinators, listProgrammes } from '../sql.ts'
import { startProgramme } from '../start.ts'
import { administrationPage, inviteCoordinatorPage, startProgrammePage } from './views.ts'

const forAdministrators = { config: { policy: 'administrator' } } as const
const afterStepUp = { config: { policy: 'administrator', stepUp: true } } as const
const forms = {
  programme: formFields(forAdministrators, 'municipality', 'name', 'alsoServes[]'),
  coordinator: formFields(afterStepUp, 'name', 'email', 'municipality'),
}

export function administrationPages(app: FastifyInstance, ctx: Context): void {
  app.get('/administration', forAdministrators, async (request, reply) => {
    // An administrator has no municipality, so row-level security would show no accounts: act as
    // system.
    const lists = await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => ({
      programmes: await listProgrammes(ctx.db),
      coordinators: await listCoordinators(ctx.db),
    }))
    return sendPage(reply, administrationPage(frameOf(request), lists))
  })

  app.get('/administration/programmes/new', forAdministrators, async (request, reply) =>
    showForm(ctx, { request, reply }, startProgrammePage, emptyForm),
  )

  app.post('/administration/programmes', forms.programme, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      municipality: one(values, 'municipality'),
      name: one(values, 'name'),
      alsoServes: many(values, 'alsoServes'),
    }
    const problems = await submit(StartProgramme, given, (command) =>
      startProgramme(actingAs(ctx, request.actor), command),
    ).catch(takenAt('/municipality'))
    if (problems === undefined) return reply.redirect('/administration', 303)
    return showForm(ctx, { request, reply: reply.code(422) }, startProgrammePage, {
      values,
      problems,
    })
  })

  app.get('/administration/coordinators/new', forAdministrators, async (request, reply) =>
    showForm(ctx, { request, reply }, inviteCoordinatorPage, emptyForm),
  )

  app.post('/administration/coordinators', forms.coordinator, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      name: one(values, 'name'),
      email: one(values, 'email'),
      municipality: one(values, 'municipality'),
    }
    const problems = await submit(InviteCoordinator, given, (colleague) =>
      inviteCoordinator(actingAs(ctx, request.actor), { ...colleague, locale: request.locale }),
    ).catch(takenAt('/email'))
    if (problems === undefined) return reply.redirect('/administration', 303)
    return showForm(ctx, { request, reply: reply.code(422) }, inviteCoordinatorPage, {
      values,
      problems,
    })
  })

  app.post('/administration/accounts/:id/disable', afterStepUp, async (request, reply) => {
    await disableAccount(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/administration', 303)
  })

  app.post('/administration/accounts/:id/invite', afterStepUp, async (request, reply) => {
    await reinviteColleague(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect('/administration', 303)
  })
}
