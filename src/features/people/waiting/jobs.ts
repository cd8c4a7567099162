import type { Composer } from '../../../mail/message.ts'
import { waitingMail } from './mails.ts'
import { readWait } from './sql.ts'

/** Tells a person that they still wait; nothing to somebody who no longer does. */
export const composeWaiting: Composer = async (ctx, mail, site) => {
  const wait = await readWait(ctx.db, mail.subjectId!)
  if (wait === undefined) return undefined
  return waitingMail({
    since: wait.readySince!,
    activities: wait.openActivities,
    url: `${site.baseUrl}/link`,
  })
}
