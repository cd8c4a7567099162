import { z } from 'zod'
import { actingAs, type Context, transact } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { MeetingView } from '../schema.ts'
import { readMeeting } from '../sql.ts'
import { meetingView } from '../view.ts'
import { planMeeting } from './plan.ts'
import { proposeSlots } from './propose-slots.ts'
import { FindSlots, PlanMeeting, SlotView } from './schema.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function planningApi(api: Api, ctx: Context): void {
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
      return reply.code(201).send(meetingView(meeting, ctx.now()))
    },
  )
}

function slotView(slot: { startsAt: Temporal.Instant; notFree: string[] }) {
  return { startsAt: slot.startsAt.toString(), notFree: slot.notFree }
}
