import type { Composer } from '../../mail/message.ts'
import { matchEnd } from './mails.ts'
import { isFormerParty } from './sql.ts'

/** Tells one party that the match is over. Sends nothing to a person who has been erased. */
export const composeMatchEnd: Composer = async (ctx, mail) =>
  (await isFormerParty(ctx.db, mail.subjectId!, mail.personId!)) ? matchEnd : undefined
