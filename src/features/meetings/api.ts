import { z } from 'zod'
import { actingAs, type Context, transact } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { recordAccess } from '../audit/record.ts'
import { planMeeting } from './plan.ts'
import { proposeSlots } from './propose-slots.ts'
import { FindSlots, MeetingId, MeetingView, PlanMeeting, SlotView } from './schema.ts'
import { listMeetings, type MeetingRow, readMeeting } from './sql.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function meetingApi(api: Api, ctx: Context): void {
  api.get(
    '/meetings/slots',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'The best times in the next two weeks for the given matches to meet',
        querystring: FindSlots,
        response: { 200: z.object({ data: z.array(SlotView) }) },
      },
    },
    async (request) => {
      const slots = await proposeSlots(actingAs(ctx, request.actor), request.query.match)
      return { data: slots.map(slotView) }
    },
  )

  api.post(
    '/meetings',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'Plan a meeting of one or more matches and invite everyone by mail',
        body: PlanMeeting,
        response: { 201: MeetingView },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      const id = await planMeeting(by, request.body)
      const meeting = await transact(by, (ctx) => readMeeting(ctx.db, id))
      return reply.code(201).send(meetingView(meeting))
    },
  )

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
      return { data: meetings.rows.map(meetingView) }
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
      ),
  )
}

function slotView(slot: { startsAt: Temporal.Instant; notFree: string[] }) {
  return { startsAt: slot.startsAt.toString(), notFree: slot.notFree }
}

function meetingView(row: MeetingRow): z.input<typeof MeetingView> {
  return {
    id: row.id,
    type: row.type,
    state: row.state,
    startsAt: row.startsAt.toString(),
    endsAt: row.endsAt.toString(),
    siteName: row.siteName,
    matchIds: row.matches.map((match) => match.id),
  }
}
