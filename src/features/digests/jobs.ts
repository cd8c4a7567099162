import type { Composer } from '../../mail/message.ts'
import { listAtRisk } from '../follow-up/at-risk/list-at-risk.ts'
import { digestMail } from './mails.ts'
import { countOpen, listMeetings, listPairs } from './sql.ts'

/** Writes a coordinator's overview from what is true as it leaves; of their own municipality only. */
export const composeDigest: Composer = async (ctx, mail, site) => {
  const municipality = mail.municipality!
  const [from, to] = [ctx.now(), ctx.now().add({ hours: 7 * 24 })]
  const atRisk = await listAtRisk(ctx)
  const ids = atRisk.map(({ matchId }) => matchId)
  return digestMail({
    meetings: await listMeetings(ctx.db, municipality, { from, to }),
    ...(await countOpen(ctx.db, municipality, ctx.now())),
    pairsAtRisk: await listPairs(ctx.db, municipality, ids),
    baseUrl: site.baseUrl,
  })
}
