import type { FastifyInstance } from 'fastify'
import { actingAs, type Context, transact } from '../../context.ts'
import { emptyForm } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { sendPage } from '../../web/pages.ts'
import { recordAccess } from '../audit/record.ts'
import { showMeeting } from './show.ts'
import { listMeetings } from './sql.ts'
import { meetingsPage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
export function meetingPages(app: FastifyInstance, ctx: Context): void {
  app.get('/meetings', forCoordinators, async (request, reply) => {
    const meetings = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const meetings = await listMeetings(ctx.db)
      const people = meetings.rows.flatMap(({ participants }) => participants.map(({ id }) => id))
      await recordAccess(ctx, 'person-listed', people)
      return meetings
    })
    return sendPage(reply, meetingsPage(frameOf(request), meetings, ctx.now()))
  })

  app.get('/meetings/:id', forCoordinators, async (request, reply) =>
    showMeeting(actingAs(ctx, request.actor), request, reply, emptyForm),
  )
}
