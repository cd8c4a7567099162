import { isLocale } from '../../locales/locale.ts'
import type { Composer } from '../../mail/message.ts'
import { matchEnd } from './mails.ts'
import { readFormerParty } from './sql.ts'

/** Tells one party that the match is over. Sends nothing to a person who has been erased. */
export const composeMatchEnd: Composer = async (ctx, mail) => {
  const person = await readFormerParty(ctx.db, mail.subjectId!, mail.personId!)
  if (person === undefined) return undefined
  const locale = isLocale(person.locale) ? person.locale : 'da'
  return matchEnd({ name: person.name, address: person.email, locale })
}
