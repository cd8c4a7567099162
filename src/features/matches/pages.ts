import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { frameOf } from '../../web/frame.ts'
import { sendPage } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { listMatches } from './sql.ts'
import { matchesPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const

export function matchPages(app: FastifyInstance, ctx: Context): void {
  app.get('/matches', forCoordinators, async (request, reply) => {
    const matches = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const matches = await listMatches(ctx.db)
      const people = matches.rows.flatMap((match) => [match.mentorPersonId, match.menteePersonId])
      await recordAccess(ctx, 'person-listed', people)
      return matches
    })
    return sendPage(reply, matchesPage(frameOf(request), matches))
  })
}
