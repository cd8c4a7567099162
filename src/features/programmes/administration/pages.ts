import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { many, one } from '../../../web/form.ts'
import { frameOf } from '../../../web/frame.ts'
import { idOf, sendPage } from '../../../web/pages.ts'
import { disableAccount } from '../../accounts/disable.ts'
import { inviteCoordinator } from '../../accounts/invite.ts'
import { reinviteColleague } from '../../accounts/reinvite.ts'
import { InviteCoordinator } from '../../accounts/schema.ts'
import { StartProgramme } from '../schema.ts'
import { addForm } from '../add-form.ts'
import { listCoordinators, listProgrammes } from '../sql.ts'
import { startProgramme } from '../start.ts'
import { administrationPage, inviteCoordinatorPage, startProgrammePage } from './views.ts'

const forAdministrators = { config: { policy: 'administrator' } } as const
const afterStepUp = { config: { policy: 'administrator', stepUp: true } } as const
const list = '/administration'

export function administrationPages(app: FastifyInstance, ctx: Context): void {
  app.get(list, forAdministrators, async (request, reply) => {
    // An administrator has no municipality, so row-level security would show no accounts: act as
    // system.
    const lists = await transact(actingAs(ctx, { kind: 'system' }), async (ctx) => ({
      programmes: await listProgrammes(ctx.db),
      coordinators: await listCoordinators(ctx.db),
    }))
    return sendPage(reply, administrationPage(frameOf(request), lists))
  })

  addForm(app, (request) => actingAs(ctx, request.actor), {
    path: '/administration/programmes',
    list,
    options: forAdministrators,
    fields: { municipality: one, name: one, alsoServes: many },
    page: startProgrammePage,
    schema: StartProgramme,
    add: startProgramme,
    unique: '/municipality',
  })

  addForm(app, (request) => actingAs(ctx, request.actor), {
    path: '/administration/coordinators',
    list,
    options: afterStepUp,
    fields: { name: one, email: one, municipality: one },
    page: inviteCoordinatorPage,
    schema: InviteCoordinator,
    add: (ctx, colleague, { locale }) => inviteCoordinator(ctx, { ...colleague, locale }),
    unique: '/email',
  })

  app.post('/administration/accounts/:id/disable', afterStepUp, async (request, reply) => {
    await disableAccount(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect(list, 303)
  })

  app.post('/administration/accounts/:id/invite', afterStepUp, async (request, reply) => {
    await reinviteColleague(actingAs(ctx, request.actor), idOf(request))
    return reply.redirect(list, 303)
  })
}
