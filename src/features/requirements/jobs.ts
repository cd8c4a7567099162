import type { Context } from '../../context.ts'
import { isLocale } from '../../locales/locale.ts'
import type { Composer } from '../../mail/message.ts'
import { chaseCoordinators } from './chase.ts'
import { expireRequirements } from './expire.ts'
import { interviewMail } from './mails.ts'
import { askThoseWaiting } from './reconfirmation/ask.ts'
import { lapseUnanswered } from './reconfirmation/lapse.ts'
import { readInterviewMail } from './sql.ts'

/** What every day asks of everyone; doing it twice changes nothing more. */
export async function lookAfterEveryone(ctx: Context): Promise<void> {
  await expireRequirements(ctx)
  await lapseUnanswered(ctx)
  await askThoseWaiting(ctx)
  await chaseCoordinators(ctx)
}

/** Tells the volunteer what is true when the mail leaves; nothing once the interview was held. */
export const composeInterview: Composer = async (ctx, mail, site) => {
  const interview = await readInterviewMail(ctx.db, mail.subjectId!)
  if (interview === undefined || interview.state === 'held') return undefined
  const { state, name, email, locale, municipalityName, ...about } = interview
  return interviewMail({
    ...about,
    state,
    to: { name, address: email, locale: isLocale(locale) ? locale : 'da' },
    stampedAt: mail.createdAt,
    organizer: { name: municipalityName, address: site.mailFrom },
    host: new URL(site.baseUrl).hostname,
  })
}
