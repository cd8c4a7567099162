import { actorName, type Context, transact } from '../../../context.ts'
import type { ConsentPurpose, ConsentWay } from '../../../db/types.ts'
import { defaultLocale, isLocale } from '../../../locales/locale.ts'
import { consents } from '../../../locales/public/consents.ts'
import { recordEvent } from '../../audit/record.ts'
import { lockPerson } from '../sql.ts'
import { insertConsent, listConsentsInForce, listRoles } from './sql.ts'

/** Stores a consent with the words shown, in their language. One already in force stays. */
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
    const shownIn = isLocale(locale) ? locale : defaultLocale
    await insertConsent(ctx.db, {
      municipality,
      personId,
      purpose,
      way,
      locale: shownIn,
      text: consents[shownIn][consentText(purpose, first?.role ?? 'mentee')],
      actor: actorName(ctx.actor),
      givenAt: ctx.now(),
    })
    await recordEvent(ctx, { action: 'consent-given', municipality, personId })
  })
}

/** The key of the consent text; for matching it depends on the role. */
function consentText(purpose: ConsentPurpose, role: 'mentor' | 'mentee') {
  return `people.consent.${purpose === 'matching' ? role : purpose}` as const
}
