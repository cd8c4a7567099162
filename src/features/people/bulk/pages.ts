import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { type FormBody, one } from '../../../web/form.ts'
import { taking } from '../../../web/form-fields.ts'
import { frameOf } from '../../../web/frame.ts'
import { sendPage, submit } from '../../../web/pages.ts'
import { showPeople } from '../list/pages.ts'
import { ListPeople } from '../list/schema.ts'
import { readNames } from '../list/sql.ts'
import { choosePeople, choosingFields, filterOf } from './choose-people.ts'
import { type Outcome, movePeople } from './move-people.ts'
import { MovePeople } from './schema.ts'
import { movedPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const moving = taking(forCoordinators, ...choosingFields, 'to', 'reason', 'until')

export function bulkPages(app: FastifyInstance, ctx: Context): void {
  // Answered and not redirected: who was moved and who was not is told once, here.
  app.post('/people/moves', moving, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const values = request.body as FormBody
    const filter = filterOf(values)
    const enrolmentIds = await choosePeople(by, values)
    const given = {
      enrolmentIds,
      to: one(values, 'to'),
      reason: one(values, 'reason'),
      until: one(values, 'until'),
    }
    let outcomes: Outcome[] = []
    const problems = await submit(MovePeople, given, async (command) => {
      outcomes = await movePeople(by, command)
    })
    if (problems === undefined) {
      const names = await transact(by, (ctx) => readNames(ctx.db, enrolmentIds))
      const moved = { to: given.to!, outcomes, names, filter }
      return sendPage(reply, movedPage(frameOf(request), moved))
    }
    const wanted = ListPeople.safeParse(filter)
    return showPeople(ctx, request, reply.code(422), wanted.data, {
      filter: { values: filter, problems: [] },
      bulk: { values, problems },
    })
  })
}
