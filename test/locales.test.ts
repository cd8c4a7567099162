import {
  isCatchallKey,
  isSelectMessage,
  MessageFormat,
  type Model,
  parseMessage,
  validate,
} from 'messageformat'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publicCatalogues, staffCatalogues } from '../src/locales/catalogues.ts'
import { letterLocales, type Locale, locales } from '../src/locales/locale.ts'
import { mailCatalogues } from '../src/locales/mails.ts'
import {
  type MailKey,
  type MessageKey,
  staffLocales,
  translate,
  translatePublic,
} from '../src/locales/translate.ts'
import { listFiles } from './support/sources.ts'

type Catalogue = Record<MessageKey, string>
/** All messages of a language: only the public's, where those of staff are not translated. */
const messagesOf = (locale: Locale) =>
  ({ ...publicCatalogues[locale], ...staffCatalogues[locale] }) as Catalogue
const catalogues = Object.fromEntries(
  locales.map((locale) => [locale, messagesOf(locale)]),
) as Record<Locale, Catalogue>
const { da, en } = catalogues
const keysOf = (locale: Locale) => Object.keys(catalogues[locale]) as MessageKey[]
const keys = keysOf('da')

/** The keys of the messages that a predicate accepts. */
const keysWhere = (locale: Locale, finds: (message: string, key: MessageKey) => boolean) =>
  keysOf(locale).filter((key) => finds(catalogues[locale][key], key))

const placeholders = (message: string) => [...validate(parseMessage(message)).variables].sort()

/** The plural forms that a message omits; none if it does not select by number. */
function uncounted(message: Model.Message, locale: string): string[] {
  if (!isSelectMessage(message)) return []
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions()
  return message.selectors.flatMap((_, place) => {
    const said = message.variants.map(({ keys }) => {
      const key = keys[place]!
      return isCatchallKey(key) ? 'other' : key.value
    })
    return pluralCategories.filter((category) => !said.includes(category))
  })
}

test('Danish, English and Arabic have the messages of staff too', () => {
  expect(staffLocales()).toEqual(['da', 'en', 'ar'])
})

test('no two files of a language have a message of the same key', async () => {
  for (const locale of locales) {
    const files = listFiles(`src/locales/{public,staff}/${locale}/*.ts`).filter(
      (name) => !/public.*letters\.ts$/.test(name),
    )
    expect(files.length).toBeGreaterThan(30)
    const modules: Record<string, object>[] = await Promise.all(
      files.map((name) => import(`../${name}`)),
    )
    const found = modules
      .flatMap((module) => Object.values(module))
      .flatMap((part) => Object.keys(part))
    const consents = keysOf(locale).filter((key) => key.startsWith('people.consent.'))
    expect([...found, ...consents].sort()).toEqual([...keysOf(locale)].sort())
  }
})

describe('a language that has only the messages of the public', () => {
  const { ar } = staffCatalogues
  beforeEach(() => {
    delete staffCatalogues.ar
  })
  afterEach(() => {
    staffCatalogues.ar = ar!
  })

  test('speaks to the public in its own words', () => {
    const t = translatePublic('ar')
    expect([t.locale, t.direction, t('layout.signOut')]).toEqual([
      'ar',
      'rtl',
      publicCatalogues.ar['layout.signOut'],
    ])
  })

  test('leaves staff with whole pages in Danish', () => {
    const t = translate('ar')
    expect([t.locale, t.direction, t('layout.nav.people'), t('layout.signOut')]).toEqual([
      'da',
      'ltr',
      'Personer',
      'Log ud',
    ])
    expect(staffLocales()).toEqual(['da', 'en'])
  })
})

describe.each(locales)('the messages in %s', (locale) => {
  test('are the Danish ones, in the same order', () => {
    const danish = locale in staffCatalogues ? keys : Object.keys(publicCatalogues.da)
    expect(keysOf(locale)).toEqual(danish)
  })

  test('can be parsed, and are not empty', () => {
    const unreadable = keysWhere(locale, (message) => {
      const errors: unknown[] = []
      const noted = (error: unknown) => errors.push(error)
      try {
        const args = Object.fromEntries(placeholders(message).map((name) => [name, 3]))
        const text = new MessageFormat(locale, message).format(args, noted)
        return errors.length > 0 || text.trim() === ''
      } catch {
        return true
      }
    })
    expect(unreadable).toEqual([])
  })

  test('have the placeholders of the Danish ones', () => {
    const others = keysWhere(
      locale,
      (message, key) => `${placeholders(message)}` !== `${placeholders(da[key])}`,
    )
    expect(others).toEqual([])
  })

  test('have every plural form of the language', () => {
    const silent = keysWhere(
      locale,
      (message) => uncounted(parseMessage(message), locale).length > 0,
    )
    expect(silent).toEqual([])
  })

  test('have no markup and no invisible characters', () => {
    const tag = /<\/?[a-z!]|&(#\d+|[a-z]+);/i
    // The library sets the direction of what it inserts.
    const invisible = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\u061C\uFEFF]/
    expect(keysWhere(locale, (message) => tag.test(message) || invisible.test(message))).toEqual([])
  })
})

describe('the Arabic messages', () => {
  test('are translated', () => {
    const names: MessageKey[] = [
      'proposals.offer.answers',
      'meetings.actor.system',
      'mailTexts.one',
    ]
    expect(keysWhere('ar', (message, key) => message === en[key] || message === da[key])).toEqual(
      names,
    )
  })

  test('use Latin digits and all Arabic plural forms', () => {
    expect(keysWhere('ar', (message) => /[٠-٩۰-۹]/.test(message))).toEqual([])
    const t = translate('ar')
    const months = [1, 2, 3, 11, 100].map((months) =>
      t('account.tokens.months.count', { months }).replace(/[\u2066-\u2069]/g, ''),
    )
    expect(months).toEqual(['شهر واحد', 'شهران', '3 أشهر', '11 شهرًا', '100 شهر'])
  })

  test('keep names in Latin script', () => {
    const names = ['Makker', 'MitID', 'CPR', 'Odense', 'Excel', 'CSV', 'API']
    const lost = keysWhere('ar', (message, key) =>
      names.some(
        (name) =>
          new RegExp(`\\b${name}\\b`).test(da[key]) &&
          new RegExp(`\\b${name}\\b`).test(en[key]) &&
          !message.includes(name),
      ),
    )
    expect(lost).toEqual([])
  })
})

describe.each(letterLocales)('the mails in %s', (locale) => {
  const { [locale]: mails, da: danish } = mailCatalogues
  const keys = Object.keys(danish) as MailKey[]

  test('have the keys and placeholders of the Danish ones, and every plural form', () => {
    expect(Object.keys(mails)).toEqual(keys)
    for (const key of keys) {
      expect([key, placeholders(mails[key])]).toEqual([key, placeholders(danish[key])])
      expect([key, uncounted(parseMessage(mails[key]), locale)]).toEqual([key, []])
    }
  })

  test('are written in their own script, with Latin digits and no markup', () => {
    const script = { da: 'Latin', en: 'Latin', ar: 'Arabic', ti: 'Ethiopic', uk: 'Cyrillic' }
    const own = new RegExp(`\\p{Script=${locale === 'fa' ? 'Arabic' : script[locale]}}`, 'u')
    const words = (message: string) => message.replace(/\{[^}]*\}/g, '')
    for (const key of keys) {
      if (/\p{L}/u.test(words(danish[key]))) expect(words(mails[key])).toMatch(own)
      expect(mails[key]).not.toMatch(/[٠-٩۰-۹]|<\/?[a-z!]|&(#\d+|[a-z]+);/i)
    }
  })

  test('share no key between their files', async () => {
    const files = listFiles(`src/locales/mails/${locale}/*.ts`)
    const modules: Record<string, object>[] = await Promise.all(
      files.map((name) => import(`../${name}`)),
    )
    const found = modules.flatMap((module) => Object.values(module)).flatMap(Object.keys)
    expect(found.sort()).toEqual(keys.toSorted())
  })
})
