import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { recordAccess } from '../audit/record.ts'
import { MeetingId, MeetingView } from './schema.ts'
import { listMeetings, readMeeting } from './sql.ts'
import { meetingView } from './view.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function meetingApi(api: Api, ctx: Context): void {
  api.get(
    '/meetings',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'The 200 latest meetings',
        response: { 200: z.object({ data: z.array(MeetingView) }) },
      },
    },
    async (request) => {
      const meetings = await transact(actingAs(ctx, request.actor), async (ctx) => {
        const meetings = await listMeetings(ctx.db)
        const people = meetings.rows.flatMap(({ participants }) => participants.map(({ id }) => id))
        await recordAccess(ctx, 'person-listed', people)
        return meetings
      })
      return { data: meetings.rows.map((meeting) => meetingView(meeting, ctx.now())) }
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
