import { firstName } from '../../locales/first-name.ts'
import { formatDay, formatMoment, formatTime } from '../../locales/format.ts'
import { isLetterLocale, type LetterLocale } from '../../locales/locale.ts'
import { type LetterKey, translateLetter } from '../../locales/letters.ts'
import type { LetterFacts } from './sql.ts'

/** The text of a letter, before layout. */
export interface LetterText {
  locale: LetterLocale
  /** Lines of the address field. */
  addressee: string[]
  greeting: string
  heading: string
  paragraphs: string[]
  facts: { label: string; value: string }[]
  /** Answers to tick. */
  choices: string[]
  closing: string[]
}

/** Writes the letter in its reader's language, followed by a Danish copy for a helper. */
export function writeLetter(facts: LetterFacts): LetterText[] {
  const locale = isLetterLocale(facts.locale) ? facts.locale : 'da'
  return (locale === 'da' ? [locale] : [locale, 'da' as const]).map((locale) =>
    write(facts, locale),
  )
}

function write(facts: LetterFacts, locale: LetterLocale): LetterText {
  const say = (key: LetterKey, args?: Record<string, string>) => translateLetter(locale, key, args)
  const name = firstName(facts.otherName ?? '')
  const call = facts.phone === null ? [] : [say('call', { phone: facts.phone })]
  const body = {
    welcome: { paragraphs: [say(`welcome.${facts.role}`), say('welcome.next')], choices: [] },
    offer: {
      paragraphs: [
        say(`offer.${facts.role}`, { name }),
        say('offer.free'),
        say('offer.how'),
        ...(facts.expiresAt === null
          ? []
          : [say('offer.until', { day: formatDay(locale, facts.expiresAt) })]),
      ],
      choices: [say('offer.yes', { name }), say('offer.no')],
    },
    meeting: {
      paragraphs: [say('meeting.text', { name }), say('meeting.hindered')],
      choices: [],
    },
    moved: { paragraphs: [say('moved.text', { name }), say('meeting.hindered')], choices: [] },
    off: { paragraphs: [say('off.text')], choices: [] },
  }[facts.kind]
  return {
    locale,
    addressee: addressee(facts),
    greeting: say('greeting', { name: firstName(facts.name) }),
    heading: say(`${facts.kind}.heading`, { name }),
    ...body,
    facts: whenAndWhere(facts, locale),
    closing: [...call, say('visit'), say('regards'), say('sender'), facts.programmeName],
  }
}

function whenAndWhere(facts: LetterFacts, locale: LetterLocale): LetterText['facts'] {
  if (facts.startsAt === null || facts.endsAt === null) return []
  const time = translateLetter(locale, 'meeting.fromTo', {
    from: formatMoment(locale, facts.startsAt),
    to: formatTime(locale, facts.endsAt),
  })
  return [
    { label: translateLetter(locale, 'meeting.when'), value: time },
    {
      label: translateLetter(locale, 'meeting.where'),
      value: facts.venue ?? '',
    },
  ]
}

function addressee({ name, street, postcode, town }: LetterFacts): string[] {
  const place = [postcode, town].filter((part) => part !== null).join(' ')
  return [name, street ?? '', place].filter((line) => line !== '')
}
