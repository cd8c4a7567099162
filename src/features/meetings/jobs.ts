import { isLocale } from '../../locales/translate.ts'
import type { Composer } from '../../mail/message.ts'
import { meetingInvitation } from './mails.ts'
import { readInvitation } from './sql.ts'

/** Invites one participant; nothing when the meeting is off or over, or the person left it. */
export const composeMeetingInvitation: Composer = async (ctx, mail, site) => {
  const meeting = await readInvitation(ctx.db, mail.subjectId!, mail.personId!)
  if (meeting === undefined || meeting.state !== 'scheduled') return undefined
  return meetingInvitation({
    ...meeting,
    to: {
      name: meeting.name,
      address: meeting.email,
      locale: isLocale(meeting.locale) ? meeting.locale : 'da',
    },
    organizer: { name: meeting.municipalityName, address: site.mailFrom },
    host: new URL(site.baseUrl).hostname,
  })
}
