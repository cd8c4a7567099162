import { actingAs, type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import type { Api } from '../../../web/api.ts'
import { MeetingView } from '../schema.ts'
import { readMeeting } from '../sql.ts'
import { meetingView } from '../view.ts'
import { findTimes, type Times } from './find-times.ts'
import { planMeeting } from './plan.ts'
import { FindTimes, PlanMeeting, TimesView } from './schema.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function planningApi(api: Api, ctx: Context): void {
  api.get(
    '/meetings/slots',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary:
          'When the given matches can meet in the next eight weeks, and why not on other days',
        querystring: FindTimes,
        response: { 200: TimesView },
      },
    },
    async (request) => timesView(await findTimes(actingAs(ctx, request.actor), request.query)),
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

function timesView({ best, free, without }: Times) {
  return {
    data: best.map(({ startsAt, reason }) => ({
      startsAt: startsAt.toString(),
      localStart: startsAt.toString({ timeZone: zone, smallestUnit: 'minute' }),
      reason,
    })),
    free: free.map(({ startsAt, endsAt }) => ({
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
    })),
    weekdaysWithout: without,
  }
}
