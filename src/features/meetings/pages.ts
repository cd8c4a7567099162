import type { FastifyInstance } from 'fastify'
import { actingAs, type Context } from '../../context.ts'
import { Problem } from '../../problems.ts'
import { emptyForm } from '../../web/form-parts.ts'
import { frameOf } from '../../web/frame.ts'
import { filledIn, sendPage } from '../../web/pages.ts'
import { ListMeetings } from './list/schema.ts'
import { seeMeetings } from './list/see-meetings.ts'
import { meetingsPage } from './list/views.ts'
import { showMeeting } from './show.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
/** How many of each part the first page shows. */
const shown = 10

export function meetingPages(app: FastifyInstance, ctx: Context): void {
  app.get('/meetings', forCoordinators, async (request, reply) => {
    const by = actingAs(ctx, request.actor)
    const frame = frameOf(request)
    const wanted = filledIn(request)
    if (wanted.show === undefined) {
      const [to_record, coming, past] = [
        await seeMeetings(by, { show: 'to_record', limit: 50 }),
        await seeMeetings(by, { show: 'coming', limit: shown }),
        await seeMeetings(by, { show: 'past', limit: shown }),
      ]
      return sendPage(reply, meetingsPage(frame, { to_record, coming, past }, ctx.now()))
    }
    const query = ListMeetings.safeParse(wanted)
    if (!query.success) throw new Problem('not-found')
    const list = await seeMeetings(by, query.data)
    return sendPage(reply, meetingsPage(frame, { [query.data.show]: list }, ctx.now()))
  })

  app.get('/meetings/:id', forCoordinators, async (request, reply) =>
    showMeeting(actingAs(ctx, request.actor), request, reply, emptyForm),
  )
}
