import type { z } from 'zod'
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
  const change = <Command>(
    path: string,
    summary: string,
    body: z.ZodType<Command>,
    make: (ctx: Context, id: string, command: Command) => Promise<void>,
  ) => {
    const schema = {
      ...{ tags: ['Meetings'], summary, params: MeetingId, body },
      response: { 200: MeetingView },
    }
    api.post(path, { config: forCoordinators, schema }, async ({ actor, params, body }) => {
      const by = actingAs(ctx, actor)
      await make(by, params.id, body as Command)
      return viewOf(by, params.id)
    })
  }

  change(
    '/meetings/:id/moves',
    'Move a meeting to another time or place; everybody is told and answers anew',
    MoveMeeting,
    moveMeeting,
  )
  change(
    '/meetings/:id/cancellation',
    'Cancel a meeting; everybody is told, without the reason',
    CancelMeeting,
    cancelMeeting,
  )
  change('/meetings/:id/pairs', 'Add a pair to a meeting and invite the two', AddPair, addPair)
  change(
    '/meetings/:id/pairs/removal',
    'Take a pair out of a meeting of several and tell the two',
    RemovePair,
    removePair,
  )
}

async function viewOf(ctx: Context, id: string) {
  return meetingView(await transact(ctx, (ctx) => readMeeting(ctx.db, id)), ctx.now())
}
