import { type Context, transact } from '../../../context.ts'
import { zone } from '../../../locales/zone.ts'
import { Problem } from '../../../problems.ts'
import { recordAccess } from '../../audit/record.ts'
import { listGoOn } from '../go-on/sql.ts'
import { readMatches } from '../list/sql.ts'
import { type FindRisks, matchStates } from '../schema.ts'
import {
  listAgreements,
  listCheckIns,
  listEpisodes,
  listEvents,
  listMeetings,
  readPhones,
} from './sql.ts'

export type MatchDetail = Awaited<ReturnType<typeof readMatch>>

/** A match with all that happened in it. Who sees it is recorded. */
export async function readMatch(ctx: Context, id: string, findRisks: FindRisks) {
  return transact(ctx, async (ctx) => {
    const wanted = { states: matchStates, only: [id], limit: 1 }
    const [match] = await readMatches(ctx.db, wanted, ctx.now())
    if (match === undefined) throw new Problem('not-found')
    await recordAccess(ctx, 'person-viewed', [match.mentorPersonId, match.menteePersonId])
    const episodes = await listEpisodes(ctx.db, id)
    const risks = (await findRisks(ctx)).find(({ matchId }) => matchId === id)
    return {
      ...match,
      risks: risks?.codes ?? [],
      episodes,
      events: await listEvents(ctx.db, id),
      meetings: await listMeetings(ctx.db, id),
      agreed: await listAgreements(ctx.db, id),
      checkIns: await listCheckIns(ctx.db, id),
      goOn: await listGoOn(ctx.db, id, episodes[0]!.openedRecordedAt),
      phones: await readPhones(ctx.db, id),
      now: ctx.now(),
      today: ctx.now().toZonedDateTimeISO(zone).toPlainDate(),
    }
  })
}
