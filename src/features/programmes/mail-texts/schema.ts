import { z } from 'zod'
import { letterLocales } from '../../../locales/locale.ts'
import { ownTextKinds } from '../../../mail/message.ts'
import { MailText } from '../../../web/fields.ts'

/** A paragraph that a programme adds to its mails of one kind, in one language. */
export const SetMailText = z.strictObject({
  kind: z.enum(ownTextKinds, 'choice'),
  locale: z.enum(letterLocales, 'choice'),
  /** Without a text, the paragraph is taken out. */
  text: MailText(500).optional(),
  /** The text that the writer saw, so that nobody overwrites a colleague's unseen. */
  seen: z.string().max(500).default(''),
})
export type SetMailText = z.output<typeof SetMailText>
