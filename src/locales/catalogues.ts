import type { Locale } from './locale.ts'
import type { MailMessages } from './mails.ts'
import { ar as publicAr } from './public/ar.ts'
import { da as publicDa } from './public/da.ts'
import { en as publicEn } from './public/en.ts'
import { ar as staffAr } from './staff/ar.ts'
import { da as staffDa } from './staff/da.ts'
import { en as staffEn } from './staff/en.ts'

type PublicMessages = typeof publicDa
type StaffMessages = typeof staffDa
/** Danish messages by key: they say which arguments each message takes. */
export type DanishMessages = PublicMessages & StaffMessages & MailMessages

/** Every language has all of the public's messages. */
export const publicCatalogues: Record<Locale, Record<keyof PublicMessages, string>> = {
  da: publicDa,
  en: publicEn,
  ar: publicAr,
}

/** A language may lack the messages of staff: its readers among staff see Danish. */
export const staffCatalogues: Partial<Record<Locale, Record<keyof StaffMessages, string>>> & {
  da: StaffMessages
} = { da: staffDa, en: staffEn, ar: staffAr }
