import type { Composer } from '../../mail/message.ts'
import { listAtRisk } from '../follow-up/at-risk/list-at-risk.ts'
import { digestMail } from './mails.ts'
import { countWeek } from './sql.ts'

/**
 * Writes a coordinator's overview from what is true as it leaves; of their own municipality only. Sends
 * nothing when there is nothing to do.
 */
export const composeDigest: Composer = async (ctx, mail, site) => {
  const atRisk = await listAtRisk(ctx)
  const week = await countWeek(ctx.db, mail.municipality!, {
    now: ctx.now(),
    until: ctx.now().add({ hours: 7 * 24 }),
    atRisk: atRisk.map(({ matchId }) => matchId),
  })
  const isQuiet = Object.values(week).every((count) => count === 0)
  return isQuiet ? undefined : digestMail({ ...week, baseUrl: site.baseUrl })
}
