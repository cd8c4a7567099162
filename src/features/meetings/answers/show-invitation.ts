import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, actingAs, type Context, transact } from '../../../context.ts'
import { firstName } from '../../../locales/first-name.ts'
import { formatPhone } from '../../../locales/format.ts'
import { Problem } from '../../../problems.ts'
import type { FormState } from '../../../web/form-parts.ts'
import { publicFrameOf } from '../../../web/frame.ts'
import { sendPage } from '../../../web/pages.ts'
import { listPairs } from '../changes/sql.ts'
import { isOn } from '../notices/find-news.ts'
import { findMeeting, listOthers, listTold } from '../notices/sql.ts'
import { findTimes } from '../planning/find-times.ts'
import { nonceOf } from './nonce.ts'
import { findPhone } from './sql.ts'
import { invitationPage } from './views.ts'

/** Whom a mailed link invites to which meeting. */
export interface Invited {
  token: string
  meetingId: string
  actor: Actor & { kind: 'person' }
}

/**
 * Sends the page on which one person answers an invitation. It changes nothing, because mail scanners
 * load it too, and tells no more than the mail did.
 */
export async function showInvitation(
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  invited: Invited,
  state: FormState,
): Promise<FastifyReply> {
  const shown = await transact(actingAs(ctx, invited.actor), async (ctx) => {
    const { meetingId, actor } = invited
    const meeting = await readOpenMeeting(ctx, invited)
    const { matchIds } = await listPairs(ctx.db, meetingId)
    const others = await listOthers(ctx.db, meetingId, actor.id)
    const { best } = await findTimes(ctx, {
      match: matchIds,
      minutes: Math.round(meeting.startsAt.until(meeting.endsAt).total('minutes')),
      siteId: meeting.siteId ?? undefined,
      roomId: meeting.roomId ?? undefined,
      accountId: meeting.accountId ?? 'none',
    })
    const phone = await findPhone(ctx.db, meeting.programmeId)
    return {
      ...meeting,
      nonce: nonceOf(invited.token, meeting),
      others: others.map(firstName),
      times: best.map(({ startsAt }) => startsAt),
      phone: phone === null ? null : formatPhone(phone),
    }
  })
  const action = request.url.split('?')[0]!
  const given = { answer: shown.answer ?? undefined, wishes: shown.wishes ?? [] }
  const filled = { ...state, values: { ...given, ...state.values } }
  return sendPage(reply, invitationPage(publicFrameOf(request), { ...shown, action }, filled))
}

/** The meeting, while it can be answered. */
export async function readOpenMeeting(ctx: Context, { meetingId, actor }: Invited) {
  return transact(actingAs(ctx, actor), async (ctx) => {
    const meeting = await findMeeting(ctx.db, meetingId, actor.id)
    if (meeting === undefined) throw new Problem('not-found')
    const isInvited = meeting.takesPart !== null
    // A former participant is told that the link has expired; a stranger gets not found.
    if (!isInvited && !(await listTold(ctx.db, meetingId)).includes(actor.id))
      throw new Problem('not-found')
    const hasBegun = Temporal.Instant.compare(meeting.startsAt, ctx.now()) <= 0
    if (!isOn(meeting) || hasBegun) throw new Problem('link-expired')
    return meeting
  })
}
