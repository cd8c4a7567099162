import { MessageFormat } from 'messageformat'
import { ar } from './ar.ts'
import { da } from './da.ts'
import { en } from './en.ts'
import { directionOf, type Locale } from './locale.ts'

const catalogues: Record<Locale, Translation> = { da, en, ar }

type Catalogue = typeof da
export type MessageKey = keyof Catalogue

/** A catalogue in another language: every key, each message with its own wording. */
export type Translation = Record<MessageKey, string>

type FirstWord<Text extends string> = Text extends `${infer Inside}}${string}`
  ? Inside extends `${infer Word} ${string}`
    ? Word
    : Inside
  : never
type ArgumentNames<Message extends string> = Message extends `${string}{$${infer Rest}`
  ? FirstWord<Rest> | ArgumentNames<Rest>
  : never
type MessageArguments = Record<string, string | number>

type ArgumentsOf<Key extends MessageKey> = [ArgumentNames<Catalogue[Key]>] extends [never]
  ? []
  : [Record<ArgumentNames<Catalogue[Key]>, string | number>]

/** Bound once per request or mail. A wrong key or a missing argument does not compile. */
export interface Translate {
  <Key extends MessageKey>(key: Key, ...args: ArgumentsOf<Key>): string
  /** For keys made at run time, whose arguments the compiler cannot know. */
  dynamic(key: MessageKey, args?: MessageArguments): string
  locale: Locale
  direction: 'ltr' | 'rtl'
}

const bound = new Map<Locale, Translate>()

/** The messages of one language. Plurals and bidirectional isolation are MessageFormat 2's. */
export function translate(locale: Locale): Translate {
  const known = bound.get(locale)
  if (known) return known
  const formats = new Map<MessageKey, MessageFormat>()
  const format = (key: MessageKey, args?: MessageArguments): string => {
    let message = formats.get(key)
    if (message === undefined) {
      message = new MessageFormat(locale, catalogues[locale][key])
      formats.set(key, message)
    }
    return message.format(args)
  }
  const direction = directionOf(locale)
  const made: Translate = Object.assign(format, { dynamic: format, locale, direction })
  bound.set(locale, made)
  return made
}

/**
 * The same messages where somebody fills in for another: one that speaks to its reader about
 * themselves has a second wording, `….other`, which speaks of a person.
 */
export function ofAnother(t: Translate): Translate {
  const format = (key: MessageKey, args?: MessageArguments): string => {
    const other = `${key}.other`
    return t.dynamic(isMessageKey(other) ? other : key, args)
  }
  return Object.assign(format, { dynamic: format, locale: t.locale, direction: t.direction })
}

/** True for a key that the catalogues have; for texts looked up by a code that may be unknown. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(da, key)
}
