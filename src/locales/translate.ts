import { MessageFormat } from 'messageformat'
import { type DanishMessages, publicCatalogues, staffCatalogues } from './catalogues.ts'
import { mailCatalogues } from './mails.ts'
import { defaultLocale, directionOf, type LetterLocale, type Locale, locales } from './locale.ts'

export type PublicKey = keyof typeof publicCatalogues.da
type StaffKey = keyof typeof staffCatalogues.da
export type MessageKey = PublicKey | StaffKey
export type MailKey = keyof typeof mailCatalogues.da

type FirstWord<Text extends string> = Text extends `${infer Inside}}${string}`
  ? Inside extends `${infer Word} ${string}`
    ? Word
    : Inside
  : never
type ArgumentNames<Message extends string> = Message extends `${string}{$${infer Rest}`
  ? FirstWord<Rest> | ArgumentNames<Rest>
  : never
type MessageArguments = Record<string, string | number>

type ArgumentsOf<Key extends keyof DanishMessages> = [ArgumentNames<DanishMessages[Key]>] extends [
  never,
]
  ? []
  : [Record<ArgumentNames<DanishMessages[Key]>, string | number>]

/** Bound once per request or mail. A wrong key or a missing argument does not compile. */
export interface Messages<Known extends keyof DanishMessages, Tag = Locale> {
  <Key extends Known>(key: Key, ...args: ArgumentsOf<Key>): string
  /** For keys made at run time, whose arguments the compiler cannot know. */
  dynamic: (key: Known, args?: MessageArguments) => string
  locale: Tag
  direction: 'ltr' | 'rtl'
}

/** The messages of the public's pages and mails. A view that takes these can use no other. */
export type PublicTranslate = Messages<PublicKey>
/** All messages: for pages that staff read. */
export type Translate = Messages<MessageKey>
/** The messages of mails, in the languages of the letters. */
export type MailTranslate = Messages<MailKey, LetterLocale>

const publicMessages = new Map<Locale, PublicTranslate>()
const allMessages = new Map<Locale, Translate>()
const mailMessages = new Map<LetterLocale, MailTranslate>()

/** The public's messages in one of the languages. */
export function translatePublic(locale: Locale): PublicTranslate {
  let messages = publicMessages.get(locale)
  if (messages === undefined) {
    messages = messagesIn<PublicKey>(locale, publicCatalogues[locale])
    publicMessages.set(locale, messages)
  }
  return messages
}

/** What mails say, in a language of the letters. */
export function translateMail(locale: LetterLocale): MailTranslate {
  let messages = mailMessages.get(locale)
  if (messages === undefined) {
    messages = messagesIn<MailKey, LetterLocale>(locale, mailCatalogues[locale])
    mailMessages.set(locale, messages)
  }
  return messages
}

/** All messages in one language: in Danish where the language has only the public's. */
export function translate(locale: Locale): Translate {
  const staff = staffCatalogues[locale]
  if (staff === undefined) return translate(defaultLocale)
  let messages = allMessages.get(locale)
  if (messages === undefined) {
    messages = messagesIn<MessageKey>(locale, { ...publicCatalogues[locale], ...staff })
    allMessages.set(locale, messages)
  }
  return messages
}

/** The languages that staff can choose for their pages. */
export function staffLocales(): Locale[] {
  return locales.filter((locale) => staffCatalogues[locale] !== undefined)
}

/** MessageFormat 2 chooses the plural forms and isolates arguments of another direction. */
function messagesIn<Key extends keyof DanishMessages, Tag extends LetterLocale = Locale>(
  locale: Tag,
  catalogue: Record<Key, string>,
): Messages<Key, Tag> {
  const formats = new Map<Key, MessageFormat>()
  const format = (key: Key, args?: MessageArguments): string => {
    let message = formats.get(key)
    if (message === undefined) {
      message = new MessageFormat(locale, catalogue[key])
      formats.set(key, message)
    }
    return message.format(args)
  }
  return Object.assign(format, { dynamic: format, locale, direction: directionOf(locale) })
}

/**
 * The same messages for a form that staff fill in for somebody else. A message that addresses the
 * reader as "you" has a second wording under `….other`, which speaks of "the person".
 */
export function ofAnother(t: Translate): Translate {
  const format = (key: MessageKey, args?: MessageArguments): string => {
    const other = `${key}.other`
    return t.dynamic(isMessageKey(other) ? other : key, args)
  }
  return Object.assign(format, { dynamic: format, locale: t.locale, direction: t.direction })
}

/** For texts looked up by a code for which there may be no message. */
export function isMessageKey(key: string): key is MessageKey {
  return isPublicKey(key) || Object.hasOwn(staffCatalogues.da, key)
}

export function isPublicKey(key: string): key is PublicKey {
  return Object.hasOwn(publicCatalogues.da, key)
}
