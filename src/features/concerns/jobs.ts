import type { Composer } from '../../mail/message.ts'
import { concernNotice } from './mails.ts'
import { isReader } from './readers/sql.ts'

/** Tells a reader that there is something to look at; nobody who is no reader any more. */
export const composeConcernNotice: Composer = async (ctx, mail, { baseUrl }) =>
  (await isReader(ctx.db, mail.accountId!)) ? concernNotice({ url: `${baseUrl}/tasks` }) : undefined
