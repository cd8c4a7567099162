import type { FastifyInstance } from 'fastify'
import type { Context } from '../../../context.ts'
import { fieldProblems } from '../../../web/form.ts'
import { filledIn } from '../../../web/pages.ts'
import { ListPeople } from './schema.ts'
import { showPeople } from './show-people.ts'

export function peopleListPages(app: FastifyInstance, ctx: Context): void {
  app.get('/people', { config: { policy: 'coordinator' } }, async (request, reply) => {
    const values = filledIn(request)
    const wanted = ListPeople.safeParse(values)
    if (wanted.success)
      return showPeople(ctx, request, reply, wanted.data, {
        filter: { values, problems: [] },
      })
    const state = { values, problems: fieldProblems(wanted.error) }
    return showPeople(ctx, request, reply.code(422), undefined, { filter: state })
  })
}
