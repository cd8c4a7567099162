import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { nextLink } from '../../web/next-link.ts'
import { recordAccess } from '../audit/record.ts'
import { ListMeetings, MeetingsView } from './list/schema.ts'
import { seeMeetings } from './list/see-meetings.ts'
import { MeetingId, MeetingView } from './schema.ts'
import { readMeeting } from './sql.ts'
import { meetingView } from './view.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function meetingApi(api: Api, ctx: Context): void {
  api.get(
    '/meetings',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'Meetings to record, to come or past, page by page',
        querystring: ListMeetings,
        response: { 200: MeetingsView },
      },
    },
    async (request) => {
      const { rows, next } = await seeMeetings(actingAs(ctx, request.actor), request.query)
      return {
        data: rows.map((meeting) => meetingView(meeting, ctx.now())),
        links: { next: nextLink(request.url, next) },
      }
    },
  )

  api.get(
    '/meetings/:id',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'One meeting',
        params: MeetingId,
        response: { 200: MeetingView },
      },
    },
    async (request) =>
      meetingView(
        await transact(actingAs(ctx, request.actor), async (ctx) => {
          const meeting = await readMeeting(ctx.db, request.params.id)
          await recordAccess(
            ctx,
            'person-viewed',
            meeting.participants.map(({ id }) => id),
          )
          return meeting
        }),
        ctx.now(),
      ),
  )
}
