import { actorName, type Context, transact } from '../../../context.ts'
import type { ConsentPurpose, ConsentWay } from '../../../db/types.ts'
import { isLocale } from '../../../locales/locale.ts'
import { translate } from '../../../locales/translate.ts'
import { recordEvent } from '../../audit/record.ts'
import { lockPerson } from '../sql.ts'
import { insertConsent, listConsentsInForce, listRoles } from './sql.ts'

/**
 * Writes down that a person said yes to a purpose, in the very words they were shown, in their
 * language. Saying yes again changes nothing.
 */
export async function giveConsent(
  ctx: Context,
  personId: string,
  consent: { purpose: ConsentPurpose; way: ConsentWay },
): Promise<void> {
  return transact(ctx, async (ctx) => {
    const { municipality, locale } = await lockPerson(ctx.db, personId)
    const inForce = await listConsentsInForce(ctx.db, personId)
    if (inForce.some(({ purpose }) => purpose === consent.purpose)) return
    const [first] = await listRoles(ctx.db, personId)
    const { purpose, way } = consent
    const t = translate(isLocale(locale) ? locale : 'da')
    await insertConsent(ctx.db, {
      municipality,
      personId,
      purpose,
      way,
      locale: t.locale,
      text: t.dynamic(consentText(purpose, first?.role ?? 'mentee')),
      actor: actorName(ctx.actor),
      givenAt: ctx.now(),
    })
    await recordEvent(ctx, { action: 'consent-given', municipality, personId })
  })
}

/** What somebody is asked for each purpose; for matching it says which side they are on. */
function consentText(purpose: ConsentPurpose, role: 'mentor' | 'mentee') {
  return `people.consent.${purpose === 'matching' ? role : purpose}` as const
}
