import { beforeEach, describe, expect, test } from 'vitest'
import { type LetterLocale, letterLocales } from '../../src/locales/locale.ts'
import { tellingWordIn, tellingWords } from '../../src/locales/telling-words.ts'
import { anAccount } from '../support/accounts.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { validateHtml, validateMailHtml } from '../support/html.ts'
import {
  aMeeting,
  aMentee,
  aMentor,
  aProgramme,
  type Programme,
  writeMails,
} from '../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let session: string
beforeEach(async () => {
  programme = await aProgramme(house)
  session = await site.enter(await anAccount(house))
})

const danish = 'Ring på klokken ved bagdøren.'
const arabic = 'يرجى قرع الجرس عند الباب الخلفي.'
const at = (locale: string) => `/programme/mail/meeting-invitation/${locale}`
const save = (locale: string, text: string, seen = '') =>
  site.post(at(locale), { text, seen, do: 'save' }, session)

/** The invitations of a pair that reads Danish and the language. */
async function invited(locale: LetterLocale) {
  const pair = { mentor: await aMentor(house), mentee: await aMentee(house, { locale }) }
  await aMeeting(house, programme, { pair })
  const mails = (await writeMails(house)).filter(({ calendars }) => calendars.length > 0)
  return {
    toMentor: mails.find(({ personId }) => personId === pair.mentor.personId)!,
    toMentee: mails.find(({ personId }) => personId === pair.mentee.personId)!,
  }
}

describe('a paragraph that a programme adds', () => {
  test('stands in its mails of the kind, in the reader’s language and in Danish', async () => {
    for (const [locale, text] of [
      ['da', danish],
      ['ar', arabic],
    ] as const)
      expect((await save(locale, text)).statusCode).toBe(303)
    const { toMentor, toMentee } = await invited('ar')
    expect(toMentor.text.split(danish)).toHaveLength(2)
    expect(toMentee.text.indexOf(arabic)).toBeGreaterThan(0)
    expect(toMentee.text.indexOf(arabic)).toBeLessThan(toMentee.text.indexOf(danish))
    expect(toMentee.html).toContain(arabic)
    expect(toMentee.html.match(/lang="/g)).toHaveLength(3)
  })

  test('falls back to Danish, marked as Danish, where the language is missing', async () => {
    await save('da', danish)
    const { toMentee } = await invited('uk')
    expect(toMentee.html).toMatch(new RegExp(`<p lang="da" dir="ltr"[^>]*>${danish}</p>`))
    expect(toMentee.text.split(danish)).toHaveLength(3)
    expect(await validateMailHtml(toMentee.html)).toEqual([])
  })

  test('is in mails of no other kind, and in none once it is taken out', async () => {
    await save('da', danish)
    expect((await save('da', '', danish)).statusCode).toBe(303)
    expect(
      (await site.post('/programme/mail/match-closed/da', { text: danish, do: 'save' }, session))
        .statusCode,
    ).toBe(303)
    const { toMentor } = await invited('ar')
    expect(toMentor.text).not.toContain(danish)
  })

  test('is shown in a mail before it is saved', async () => {
    const { body, statusCode } = await site.post(at('ar'), { text: arabic, do: 'preview' }, session)
    expect(statusCode).toBe(200)
    expect(await validateHtml(body)).toEqual([])
    expect(body).toContain(`<p class="mail-text">${arabic}</p>`)
    expect((await site.get(at('ar'), session)).body).not.toContain(arabic)
    await save('ar', arabic)
    const list = await site.get('/programme/mail', session)
    expect(list.body.match(/\(skrevet\)/g)).toHaveLength(1)
    expect(await validateHtml(list.body)).toEqual([])
  })

  test('does not replace what a colleague wrote meanwhile', async () => {
    await save('da', danish)
    expect((await save('da', 'Kom i god tid.')).statusCode).toBe(409)
    expect((await save('da', 'Kom i god tid.', danish)).statusCode).toBe(303)
  })

  test.each([
    ['https://evil.example/x', 'noLinks'],
    ['Se www.odense.dk', 'noLinks'],
    ['Læs mere på odense.dk/makker', 'noLinks'],
    ['Skriv til karin@odense.dk', 'noLinks'],
    ['Mit nummer er 010190-1234', 'cpr'],
    ['Et tilbud til FLYGT\u00adNINGE', 'telling'],
    ['للّاجئين', 'telling'],
    ['برای پناه\u200cجویان', 'telling'],
  ])('%j is refused', async (text, code) => {
    const refused = await save('da', text)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#field-text"')
    const words = { noLinks: 'uden links', cpr: 'CPR', telling: 'hvem der er flygtning' }[code]!
    expect(refused.body).toContain(words)
    expect(await validateHtml(refused.body)).toEqual([])
  })
})

test.each(letterLocales)(
  'the list has words that tell in %s, and finds each in any case',
  (locale) => {
    for (const word of tellingWords[locale]) {
      expect(tellingWordIn(`x ${word.toUpperCase()} y`)).toBeDefined()
      expect(tellingWordIn(`(${word})`)).toBeDefined()
    }
  },
)

test('plain sentences are not mistaken for telling or for links', async () => {
  for (const text of [danish, arabic, 'Kom kl. 10.30, f.eks. ved reolen. Indgang B.'])
    expect((await save('en', text, '')).statusCode, text).not.toBe(422)
})
