import type { LetterLocale } from './locale.ts'
import { ar } from './mails/ar.ts'
import { da } from './mails/da.ts'
import { en } from './mails/en.ts'
import { fa } from './mails/fa.ts'
import { ti } from './mails/ti.ts'
import { uk } from './mails/uk.ts'

export type MailMessages = typeof da

/** Every language of the letters has all of the mails' messages. */
export const mailCatalogues: Record<LetterLocale, Record<keyof MailMessages, string>> & {
  da: MailMessages
} = { da, en, ar, ti, uk, fa }
