import type { Work } from '../../../context.ts'
import type { Draft } from '../../../mail/message.ts'
import type { MailRow } from '../../../mail/sql.ts'
import { findNews } from './find-news.ts'
import { cancelledAppointment } from './mails.ts'
import type { Details } from './news.ts'
import { listMeetingsTold, type MeetingForOne } from './sql.ts'

/**
 * Takes every meeting that is off out of the calendar of a mail's reader, in that mail: the end of a
 * match with four meetings is one mail.
 */
export async function draftCancellations(
  ctx: Work,
  mail: MailRow,
): Promise<Pick<Draft, 'appointments'>> {
  const off: { meeting: MeetingForOne; before: Details }[] = []
  for (const meetingId of await listMeetingsTold(ctx.db, mail.personId!)) {
    const found = await findNews(ctx, mail, meetingId)
    if (found?.news.kind === 'meeting-cancelled')
      off.push({ meeting: found.meeting, before: found.news.before })
  }
  return {
    appointments: (t) => off.map(({ meeting, before }) => cancelledAppointment(t, meeting, before)),
  }
}
