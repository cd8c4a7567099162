import { z } from 'zod'
import { actingAs, type Context } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { MeetingId, RecordMeeting } from '../../meetings/schema.ts'
import { correctMeetingOfMatches, recordMeetingOfMatches } from '../record-meeting.ts'
import { MatchId, RecordUnplanned } from '../schema.ts'
import { recordUnplanned } from './record-unplanned.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function recordApi(api: Api, ctx: Context): void {
  api.post(
    '/meetings/:id/record',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'Record who was at a meeting and what each pair agreed',
        params: MeetingId,
        body: RecordMeeting,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      await recordMeetingOfMatches(by, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )

  api.post(
    '/meetings/:id/correction',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'Correct who was at a meeting; the earlier record stays',
        params: MeetingId,
        body: RecordMeeting,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      await correctMeetingOfMatches(by, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )

  api.post(
    '/matches/:id/meetings',
    {
      config: forCoordinators,
      schema: {
        tags: ['Matches'],
        summary: 'Record that a pair met on a past day, at a meeting that was not planned here',
        params: MatchId,
        body: RecordUnplanned,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const by = actingAs(ctx, request.actor)
      await recordUnplanned(by, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}
