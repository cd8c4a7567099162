import { parseMessage, validate } from 'messageformat'
import { describe, expect, test } from 'vitest'
import { letters as ar } from '../../../src/locales/public/ar/letters.ts'
import { letters as da } from '../../../src/locales/public/da/letters.ts'
import { letters as en } from '../../../src/locales/public/en/letters.ts'
import { letters as fa } from '../../../src/locales/public/fa/letters.ts'
import { letters as ti } from '../../../src/locales/public/ti/letters.ts'
import { letterLocales } from '../../../src/locales/locale.ts'
import { type LetterKey, translateLetter } from '../../../src/locales/letters.ts'
import { letters as uk } from '../../../src/locales/public/uk/letters.ts'

const catalogues = { da, en, ar, ti, uk, fa }
const keys = Object.keys(da) as LetterKey[]
const placeholders = (message: string) => [...validate(parseMessage(message)).variables].sort()

test('every language of letters is checked here', () => {
  expect(Object.keys(catalogues)).toEqual(letterLocales)
})

describe.each(letterLocales)('the letters in %s', (locale) => {
  test('have the keys and placeholders of the Danish ones', () => {
    expect(Object.keys(catalogues[locale])).toEqual(keys)
    for (const key of keys)
      expect([key, placeholders(catalogues[locale][key])]).toEqual([key, placeholders(da[key])])
  })

  test('are written in their own script', () => {
    const script = { da: 'Latin', en: 'Latin', ar: 'Arabic', ti: 'Ethiopic', uk: 'Cyrillic' }
    const own = new RegExp(`\\p{Script=${locale === 'fa' ? 'Arabic' : script[locale]}}`, 'u')
    for (const key of keys) {
      const values = Object.fromEntries(placeholders(da[key]).map((name) => [name, '7']))
      expect(translateLetter(locale, key, values)).toMatch(own)
    }
  })
})
