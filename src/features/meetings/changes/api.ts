import { actingAs, type Context, transact } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { MeetingId, MeetingView } from '../schema.ts'
import { readMeeting } from '../sql.ts'
import { meetingView } from '../view.ts'
import { addPair } from './add-pair.ts'
import { cancelMeeting } from './cancel.ts'
import { moveMeeting } from './move.ts'
import { removePair } from './remove-pair.ts'
import { AddPair, CancelMeeting, MoveMeeting, RemovePair } from './schema.ts'

const forCoordinators = { policy: 'coordinator' } as const

/** Every change answers with the meeting as it is then, with the version for the next change. */
export function meetingChangeApi(api: Api, ctx: Context): void {
  api.post(
    '/meetings/:id/moves',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'Move a meeting to another time or place; everybody is told and answers anew',
        params: MeetingId,
        body: MoveMeeting,
        response: { 200: MeetingView },
      },
    },
    async ({ actor, params, body }) => {
      await moveMeeting(actingAs(ctx, actor), params.id, body)
      return viewOf(actingAs(ctx, actor), params.id)
    },
  )

  api.post(
    '/meetings/:id/cancellation',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'Cancel a meeting; everybody is told, without the reason',
        params: MeetingId,
        body: CancelMeeting,
        response: { 200: MeetingView },
      },
    },
    async ({ actor, params, body }) => {
      await cancelMeeting(actingAs(ctx, actor), params.id, body)
      return viewOf(actingAs(ctx, actor), params.id)
    },
  )

  api.post(
    '/meetings/:id/pairs',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'Add a pair to a meeting and invite the two',
        params: MeetingId,
        body: AddPair,
        response: { 200: MeetingView },
      },
    },
    async ({ actor, params, body }) => {
      await addPair(actingAs(ctx, actor), params.id, body)
      return viewOf(actingAs(ctx, actor), params.id)
    },
  )

  api.post(
    '/meetings/:id/pairs/removal',
    {
      config: forCoordinators,
      schema: {
        tags: ['Meetings'],
        summary: 'Take a pair out of a meeting of several and tell the two',
        params: MeetingId,
        body: RemovePair,
        response: { 200: MeetingView },
      },
    },
    async ({ actor, params, body }) => {
      await removePair(actingAs(ctx, actor), params.id, body)
      return viewOf(actingAs(ctx, actor), params.id)
    },
  )
}

async function viewOf(ctx: Context, id: string) {
  return meetingView(await transact(ctx, (ctx) => readMeeting(ctx.db, id)), ctx.now())
}
