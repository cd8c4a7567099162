import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { type FormBody, one } from '../../../web/form.ts'
import { taking } from '../../../web/form-fields.ts'
import { emptyForm, type FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { recordLooks } from '../../audit/record.ts'
import { moveByHand } from '../move-by-hand.ts'
import { AddRole, MoveEnrolment } from '../schema.ts'
import { addRole } from './add-role.ts'
import {
  findOpenQuestion,
  listRolesOf,
  listStanding,
  listTransitions,
  readEnrolment,
  readInterview,
} from './sql.ts'
import { enrolmentPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const forms = {
  move: taking(forCoordinators, 'to', 'reason', 'until'),
  role: taking(forCoordinators, 'role'),
}

/** One person in one role: where they stand, what is known, and what can be done next. */
export function enrolmentPages(app: FastifyInstance, ctx: Context): void {
  app.get('/people/:id', forCoordinators, async (request, reply) =>
    showEnrolment(request, reply, emptyForm),
  )

  app.post('/people/:id/moves', forms.move, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      to: one(values, 'to'),
      reason: one(values, 'reason'),
      until: one(values, 'until'),
    }
    const problems = await submit(MoveEnrolment, given, (move) =>
      moveByHand(actingAs(ctx, request.actor), idOf(request), move),
    )
    if (problems === undefined) return reply.redirect(`/people/${idOf(request)}`, 303)
    return showEnrolment(request, reply.code(422), { values, problems })
  })

  async function showEnrolment(request: FastifyRequest, reply: FastifyReply, state: FormState) {
    const [person, transitions, standing] = await transact(
      actingAs(ctx, request.actor),
      async (ctx) => {
        const person = await readEnrolment(ctx.db, idOf(request))
        await recordLooks(ctx, 'person-viewed', [person.personId])
        const standing = {
          requirements: await listStanding(ctx.db, idOf(request)),
          interview: await readInterview(ctx.db, idOf(request)),
          question: await findOpenQuestion(ctx.db, idOf(request)),
          roles: await listRolesOf(ctx.db, person.personId),
          now: ctx.now(),
        }
        return [person, await listTransitions(ctx.db, idOf(request)), standing] as const
      },
    )
    return sendPage(reply, enrolmentPage(frameOf(request), person, transitions, standing, state))
  }

  app.post('/people/:id/roles', forms.role, async (request, reply) => {
    const given = { role: one(request.body as FormBody, 'role') }
    let id = idOf(request)
    const problems = await submit(AddRole, given, async (command) => {
      id = (await addRole(actingAs(ctx, request.actor), id, command)).enrolmentId
    })
    if (problems === undefined) return reply.redirect(`/people/${id}/profile`, 303)
    return showEnrolment(request, reply.code(422), { values: {}, problems })
  })
}
