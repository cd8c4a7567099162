import { actorName, type Context, transact, type Work } from '../../../context.ts'
import type { Channel } from '../../../db/types.ts'
import { Problem } from '../../../problems.ts'
import { recordEvent } from '../../audit/record.ts'
import { resolveTasks } from '../../tasks/resolve.ts'
import { lockMeeting } from '../sql.ts'
import { requireUnchanged, shownState } from '../state.ts'
import type { AnswerMeeting } from './schema.ts'
import { findMailedAt, findParticipant, markAnswered, type ParticipantRow } from './sql.ts'

/** So that somebody who errs can answer anew before a coordinator acts on it. */
export const weighedFor = Temporal.Duration.from({ minutes: 10 })

/** Faster than a person opens a mail, reads and chooses. */
const fastestMs = 3000

export interface Given extends AnswerMeeting {
  /** How it was given when a colleague records it. */
  channel?: Channel
  /** The version that the colleague saw. */
  version?: number
}

/**
 * Takes a participant's answer, instead of an earlier one. It moves nothing by itself: what is not a
 * yes becomes a task, unless it is answered anew within ten minutes. Refuses answers to a meeting that
 * is off or has begun. The same answer again changes nothing.
 */
export async function answerMeeting(
  ctx: Context,
  { meetingId, personId }: { meetingId: string; personId: string },
  given: Given,
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const meeting = await lockMeeting(ctx.db, meetingId)
    const before = await findParticipant(ctx.db, meetingId, personId)
    const isPerson = ctx.actor.kind === 'person'
    const hasBegun = Temporal.Instant.compare(meeting.startsAt, ctx.now()) <= 0
    const isOpen = meeting.state === 'scheduled' && !hasBegun && before !== undefined
    if (isPerson && !isOpen) throw new Problem('link-expired')
    if (before === undefined) throw new Problem('not-found')
    requireUnchanged(meeting, { states: ['scheduled'], version: given.version }, ctx.now())
    if (hasBegun) throw new Problem('state-conflict', { state: shownState(meeting, ctx.now()) })
    const wishes = given.wishes.map((wish) => wish.toString()).toSorted()
    if (given.answer === before.answer && wishes.join() === before.wishes.join()) return
    const mailedAt = isPerson ? await findMailedAt(ctx.db, meetingId, personId) : undefined
    await markAnswered(ctx.db, meetingId, personId, {
      ...{ answer: given.answer, wishes, answerChannel: given.channel ?? null },
      answeredAt: ctx.now(),
      answeredBy: actorName(ctx.actor),
      fastAnswer:
        mailedAt !== undefined && mailedAt.until(ctx.now()).total('milliseconds') < fastestMs,
    })
    const { municipality } = meeting
    await recordEvent(ctx, {
      ...{ action: 'meeting-answered', municipality, personId, subjectId: meetingId },
    })
    await follow(ctx, before, given)
  })
}

async function follow(
  ctx: Work,
  { id, meetingId, enrolmentId }: ParticipantRow,
  { answer, channel }: Given,
): Promise<void> {
  if (enrolmentId === null) return
  const about = { meetingId, enrolmentId }
  await resolveTasks(ctx, { ...about, kinds: ['meeting_declined', 'meeting_another_time'] })
  if (channel !== undefined) await resolveTasks(ctx, { ...about, kinds: ['meeting_call_moved'] })
  if (answer !== 'yes') await ctx.enqueue('meeting-answer', id, ctx.now().add(weighedFor))
}
