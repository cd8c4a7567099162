import { actorName, type Context, transact } from '../../../context.ts'
import type { ConsentPurpose, ConsentWay } from '../../../db/types.ts'
import { recordEvent } from '../../audit/record.ts'
import { lockPerson } from '../sql.ts'
import { insertWithdrawals, listConsentsInForce } from './sql.ts'

/** Withdraws a person's consent to a purpose; returns whether there was one. */
export async function endConsent(
  ctx: Context,
  personId: string,
  consent: { purpose: ConsentPurpose; way: ConsentWay },
): Promise<boolean> {
  return transact(ctx, async (ctx) => {
    const { municipality } = await lockPerson(ctx.db, personId)
    const given = await listConsentsInForce(ctx.db, personId)
    const { purpose, way } = consent
    const ended = given.filter((one) => one.purpose === purpose)
    if (ended.length === 0) return false
    const actor = actorName(ctx.actor)
    const at = ctx.now()
    await insertWithdrawals(
      ctx.db,
      ended.map(({ id: consentId }) => ({ consentId, municipality, personId, way, actor, at })),
    )
    await recordEvent(ctx, { action: 'consent-withdrawn', municipality, personId })
    return true
  })
}
