import { beforeEach, describe, expect, test } from 'vitest'
import { type LetterLocale, directionOf, letterLocales } from '../../src/locales/locale.ts'
import { mailCatalogues } from '../../src/locales/mails.ts'
import { tellingWordIn } from '../../src/locales/telling-words.ts'
import type { MailKind, Message } from '../../src/mail/message.ts'
import { composers } from '../../src/workers.ts'
import {
  canaryOf,
  composeAllIn,
  firstNames,
  type OneMail,
  queueEveryMail,
} from '../support/every-mail.ts'
import { useHouse } from '../support/house.ts'
import { validateMailHtml } from '../support/html.ts'
import { oneOf } from '../support/tries.ts'

const house = useHouse()
const written = new Map<LetterLocale, OneMail[]>()
beforeEach(async () => {
  if (written.size > 0) return
  await queueEveryMail(house)
  for (const locale of letterLocales) written.set(locale, await composeAllIn(house, locale))
})

/** The mails about two people, which name the other; all others name none but their reader. */
const namesTheOther: ReadonlySet<MailKind> = new Set([
  'answer-request',
  'check-in',
  'fit-question',
  'go-on',
  'match-closed',
  'match-made',
  'match-paused',
  'meeting-invitation',
  'meeting-outcome',
  'meeting-proposed',
  'meeting-reminder',
  'offer-reminder',
])

/** The letters of a language; English and Danish have the same. */
const scripts = {
  ar: /\p{sc=Arabic}/u,
  fa: /\p{sc=Arabic}/u,
  uk: /\p{sc=Cyrillic}/u,
  ti: /\p{sc=Ethiopic}/u,
}

/** Without the invisible marks that keep directions apart. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

/** A half of the HTML as its reader sees it, a piece for each element that holds text. */
function piecesOf(html: string): { tag: string; text: string }[] {
  return [...html.matchAll(/<(h1|h2|p|dt|dd|li)\b[^>]*>(.*?)<\/\1>/gs)].map(([, tag, inner]) => ({
    tag: tag!,
    text: inner!
      .replace(/<a\s+href="([^"]*)"[^>]*>(.*?)<\/a\s*>/gs, '$2 $1')
      .replace(/<[^>]*>/g, '')
      .replace(/&#39;|&quot;|&lt;|&gt;|&amp;/g, ' ')
      .trim(),
  }))
}

/** The halves of a mail, each with its language, its direction, and what HTML and text say. */
function halvesOf({ html, text }: Message) {
  const texts = text.split('\n\n— — —\n\n')
  const parts = [...html.matchAll(/<div\s+lang="(\w+)"\s+dir="(\w+)"[^>]*>(.*?)<\/div>/gs)]
  expect(texts).toHaveLength(parts.length)
  return parts.map(([, lang, dir, inner], at) => ({
    lang: lang!,
    dir: dir!,
    pieces: piecesOf(inner!),
    text: texts[at]!,
  }))
}

const lettersOf = (text: string) => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '')

/** All that a mail says to its reader, on every part of it; the reader's own address is theirs. */
function wordsOf({ subject, html, text, calendars, sender }: Message): string {
  const files = calendars.map(({ content }) =>
    content.replaceAll('\r\n ', '').replace(/^ATTENDEE.*$/gm, ''),
  )
  return plain([subject, html, text, sender.name, ...files].join('\n'))
}

describe.each(letterLocales)('the mails in %s', (locale) => {
  const mails = () => written.get(locale)!
  /** The mails that break a rule, as kind and what it is about. */
  const broken = (find: (mail: OneMail) => string | undefined | false) =>
    mails().flatMap((mail) => {
      const found = find(mail)
      return found === undefined || found === false ? [] : `${mail.kind}: ${found}`
    })

  test('are of every kind, to both of a pair where both may get it', () => {
    const kinds = new Set(mails().map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(Object.keys(composers).sort())
    for (const kind of namesTheOther) {
      const names = mails().flatMap((mail) => (mail.kind === kind ? mail.message.to.name : []))
      expect(new Set(names).size, kind).toBe(2)
    }
  })

  test('have no word that tells who is a refugee', () => {
    expect(broken(({ message }) => tellingWordIn(wordsOf(message)))).toEqual([])
    const others = /\bcpr\b|mentee|integration|personnummer/i
    expect(broken(({ message }) => others.exec(wordsOf(message))?.[0])).toEqual([])
  })

  test('have of anybody no surname, address, number or note, and of the other the first name', () => {
    expect(broken(({ message }) => canaryOf(wordsOf(message)))).toEqual([])
    for (const { kind, message } of mails()) {
      const others = Object.values(firstNames).filter((name) => !message.to.name.startsWith(name))
      const found = others.filter((name) => wordsOf(message).includes(name))
      expect(found, kind).toHaveLength(namesTheOther.has(kind) ? 1 : 0)
    }
  })

  test('have subjects and calendar entries without a name or what it is about', () => {
    const telling = new RegExp(`mentor|${Object.values(firstNames).join('|')}`, 'i')
    const shown = ({ message: { subject, calendars } }: OneMail) => [
      subject,
      ...calendars.flatMap(({ content }) => /^SUMMARY.*(\r\n .*)*/m.exec(content)?.[0] ?? []),
    ]
    expect(broken((mail) => shown(mail).find((text) => telling.test(text)))).toEqual([])
  })

  test('are in the reader’s language first, and in Danish below, each half marked as such', () => {
    const expected = [...new Set([locale, 'da' as const])].map((lang) => [lang, directionOf(lang)])
    for (const { kind, message } of mails()) {
      const halves = halvesOf(message)
      expect([kind, ...halves.map(({ lang, dir }) => [lang, dir])]).toEqual([kind, ...expected])
      expect(message.locale).toBe(locale)
      expect(message.html).toMatch(`<html lang="${locale}" dir="${directionOf(locale)}">`)
      const [first, danish] = halves
      if (danish === undefined) continue
      const said = first!.pieces.filter(({ tag }) => tag !== 'dd').map(({ text }) => text)
      const again = danish.pieces.map(({ text }) => text)
      // What the programme wrote in Danish stands in both.
      expect(said.filter((text) => again.includes(text) && !text.startsWith('Sprogcafé'))).toEqual(
        [],
      )
      if (!(locale in scripts)) continue
      const script = scripts[locale as keyof typeof scripts]
      const foreign = said.filter((text) => !script.test(text) && !text.startsWith('Sprogcafé'))
      expect(foreign, kind).toEqual([])
      expect(script.test(message.subject), kind).toBe(true)
    }
  })

  test('say the same in HTML and in text, half by half', () => {
    for (const { kind, message } of mails())
      for (const { pieces, text } of halvesOf(message)) {
        const html = pieces.map((piece) => piece.text).join('\n')
        expect(lettersOf(html), kind).toBe(lettersOf(text))
      }
  })

  test('say to people whom to call: the name, the telephone number and the hours, in each half', () => {
    for (const { kind, message } of mails().filter(({ isToStaff }) => !isToStaff))
      for (const { text } of halvesOf(message)) {
        const wanted = [/Karin/, /\+45 65 51 44 44/, /10[:.]00.*15[:.]00/]
        expect(
          wanted.filter((one) => plain(text).search(one) === -1),
          kind,
        ).toEqual([])
      }
  })

  test('have no empty paragraph and no key or placeholder in place of words', async () => {
    const keys = Object.keys(mailCatalogues.da)
    const isValidated = oneOf(letterLocales).includes(locale)
    for (const { kind, message } of mails()) {
      const pieces = halvesOf(message).flatMap((half) => half.pieces)
      expect(
        pieces.filter(({ text }) => lettersOf(text) === ''),
        kind,
      ).toEqual([])
      const words = wordsOf(message)
      expect(
        keys.filter((key) => words.includes(key)),
        kind,
      ).toEqual([])
      expect(words, kind).not.toMatch(/\{\$|undefined|\[object|NaN/)
      if (isValidated) expect(await validateMailHtml(message.html), kind).toEqual([])
    }
  })
})
