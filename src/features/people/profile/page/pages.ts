import type { FastifyInstance } from 'fastify'
import { actingAs, type Context } from '../../../../context.ts'
import { type FormBody, one } from '../../../../web/form.ts'
import { formFields } from '../../../../web/form-fields.ts'
import { emptyForm } from '../../../../web/form-parts.ts'
import { idOf, submit } from '../../../../web/pages.ts'
import { AddRole } from '../../schema.ts'
import { addRole } from '../../registration/add-role.ts'
import { showEnrolment } from './show-enrolment.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

export function enrolmentPages(app: FastifyInstance, ctx: Context): void {
  app.get('/people/:id', forCoordinators, async (request, reply) =>
    showEnrolment(ctx, request, reply, emptyForm),
  )

  app.post('/people/:id/roles', formFields(forCoordinators, 'role'), async (request, reply) => {
    const given = { role: one(request.body as FormBody, 'role') }
    let id = idOf(request)
    const problems = await submit(AddRole, given, async (command) => {
      id = (await addRole(actingAs(ctx, request.actor), id, command)).enrolmentId
    })
    if (problems === undefined) return reply.redirect(`/people/${id}/profile`, 303)
    return showEnrolment(ctx, request, reply.code(422), { values: {}, problems })
  })
}
