import { expect, test } from 'vitest'
import { checkRows } from '../../../src/features/imports/preview/check-rows.ts'
import { wordsOfColumn } from '../../../src/features/imports/reading/words.ts'
import { describeProblems } from '../../../src/features/imports/preview/describe-problems.ts'
import { translate } from '../../../src/locales/translate.ts'

const about = {
  role: 'mentor' as const,
  municipality: '0461',
  served: [{ code: '0461', name: 'Odense' }],
  partners: [],
}

function check(column: string, cell: string, role: 'mentor' | 'mentee' = 'mentor') {
  const mapping = ['name', 'phone', column, ...(column === 'level' ? ['languages'] : [])]
  const cells = ['Karen', '22 33 44 55', cell, ...(column === 'level' ? ['tysk'] : [])]
  const [row] = checkRows([{ number: 2, cells }], { ...about, mapping, role }, () => null)
  const t = translate('da')
  return describeProblems(t, ['Navn', 'Telefon', column], row!).map((sentence) =>
    sentence.replace(/[\u2066-\u2069]/g, ''),
  )
}

test.each(Object.entries(wordsOfColumn))(
  'every word offered for %s is accepted',
  (column, words) => {
    for (const word of words) {
      const wrong = [check(column, word, 'mentor'), check(column, word, 'mentee')].map(
        (sentences) => sentences.filter((sentence) => sentence.includes('kender ikke')),
      )
      // Some states belong to one role only.
      expect([word, Math.min(...wrong.map(({ length }) => length))]).toEqual([word, 0])
    }
  },
)

test('an unknown word is reported with the words to use instead', () => {
  expect(check('topics', 'svømning')).toEqual([
    'Række 2, kolonne topics: Vi kender ikke »svømning«. Skriv dansk, skrive, it, borger.dk, lektier, job, uddannelse, fritid, netværk, børn, sundhed eller transport.',
  ])
  expect(check('partner', 'Café Venligboerne')[0]).toContain('opret samarbejdspartneren')
  expect(check('languages', 'klingonsk')[0]).toContain('Skriv sprogets navn på dansk')
  expect(check('onlyAtLibrary', 'måske')[0]).toContain('ja eller nej')
})
