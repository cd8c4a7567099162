import { isLocale } from '../../locales/locale.ts'
import type { Composer } from '../../mail/message.ts'
import { interviewMail } from './mails.ts'
import { readInterviewMail } from './sql.ts'

/** Tells the volunteer what is true when the mail leaves; nothing once the interview was held. */
export const composeInterview: Composer = async (ctx, mail, site) => {
  const interview = await readInterviewMail(ctx.db, mail.subjectId!)
  if (interview === undefined || interview.state === 'held') return undefined
  const { state, name, email, locale, municipalityName, ...about } = interview
  return interviewMail({
    ...about,
    state,
    to: { name, address: email, locale: isLocale(locale) ? locale : 'da' },
    changedAt: mail.createdAt,
    organizer: { name: municipalityName, address: site.mailFrom },
    host: new URL(site.baseUrl).hostname,
  })
}
