import type { Composer } from '../../mail/message.ts'
import { meetingCancellation, meetingInvitation } from './mails.ts'
import { type InvitationRow, readInvitation } from './sql.ts'

/** Invites one participant, unless the meeting is cancelled or over or they have left it. */
export const composeMeetingInvitation: Composer = async (ctx, mail) => {
  const meeting = await readInvitation(ctx.db, mail.subjectId!, mail.personId!)
  if (meeting === undefined || isOff(meeting) || meeting.state !== 'scheduled') return undefined
  return meetingInvitation({ ...meeting, changedAt: meeting.changedAt ?? meeting.createdAt })
}

/** Tells a person that a meeting is cancelled for them. Sends nothing when they take part again. */
export const composeMeetingCancellation: Composer = async (ctx, mail) => {
  const meeting = await readInvitation(ctx.db, mail.subjectId!, mail.personId!)
  if (meeting === undefined || !isOff(meeting)) return undefined
  return meetingCancellation({
    ...meeting,
    changedAt: meeting.changedAt ?? mail.createdAt,
  })
}

function isOff({ state, takesPart }: InvitationRow): boolean {
  return state === 'cancelled' || takesPart === null
}
