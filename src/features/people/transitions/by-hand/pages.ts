import type { FastifyInstance, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../../context.ts'
import { type FormBody, one } from '../../../../web/form.ts'
import { formFields } from '../../../../web/form-fields.ts'
import { frameOf } from '../../../../web/frame.ts'
import { idOf, sendPage, submit } from '../../../../web/pages.ts'
import { choosePeople, selectionFields, filterOf } from '../../list/selection/choose-people.ts'
import { showEnrolment } from '../../profile/page/show-enrolment.ts'
import { ListPeople } from '../../list/schema.ts'
import { showPeople } from '../../list/show-people.ts'
import { MoveEnrolment } from '../../schema.ts'
import { moveByHand } from './move-by-hand.ts'
import { type Outcome, movePeople } from './move-people.ts'
import { MovePeople } from './schema.ts'
import { readNames } from './sql.ts'
import { movedPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const moveFields = ['to', 'reason', 'until', 'pair']
const forms = {
  one: formFields(forCoordinators, ...moveFields),
  many: formFields(forCoordinators, ...selectionFields, ...moveFields),
}

export function movePages(app: FastifyInstance, ctx: Context): void {
  app.post('/people/:id/moves', forms.one, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await submit(MoveEnrolment, moveOf(request), (move) =>
      moveByHand(actingAs(ctx, request.actor), idOf(request), move),
    )
    if (problems === undefined) return reply.redirect(`/people/${idOf(request)}`, 303)
    return showEnrolment(ctx, request, reply.code(422), { values, problems })
  })

  // Answers with the page, not a redirect: the outcome is shown once.
  app.post('/people/moves', forms.many, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const values = request.body as FormBody
    const filter = filterOf(values)
    const enrolmentIds = await choosePeople(by, values)
    const given = { enrolmentIds, ...moveOf(request) }
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

function moveOf(request: FastifyRequest) {
  const values = request.body as FormBody
  const to = one(values, 'to')
  return {
    to,
    reason: one(values, 'reason'),
    until: one(values, 'until'),
    // The list's form asks for every step what a pause would need.
    pair: to === 'paused' ? one(values, 'pair') : undefined,
  }
}
