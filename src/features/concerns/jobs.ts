import type { Composer } from '../../mail/message.ts'
import { concernNotice } from './mails.ts'
import { isReader } from './readers/sql.ts'

/** Tells a reader of concerns that a new one waits. An account that is no longer a reader gets no mail. */
export const composeConcernNotice: Composer = async (ctx, mail, { baseUrl }) =>
  (await isReader(ctx.db, mail.accountId!)) ? concernNotice({ url: `${baseUrl}/tasks` }) : undefined
