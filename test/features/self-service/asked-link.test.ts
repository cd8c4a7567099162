import { beforeEach, describe, expect, test } from 'vitest'
import { wordOf } from '../../../src/features/accounts/links/link-requester.ts'
import { type Answer, baseUrl, sessionOf, useSite } from '../../support/app.ts'
import { dump } from '../../support/dump.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml, validateMailHtml } from '../../support/html.ts'
import { aMentee, aProgramme, linkIn, type Party, writeMails } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
const email = 'amal@example.dk'
let mentee: Party

beforeEach(async () => {
  await aProgramme(house)
  mentee = await aMentee(house, { email })
})

/** A browser that may have requested a link before. */
function browse(
  url: string,
  browser?: string,
  form?: { email?: string; word?: string },
): Promise<Answer> {
  return site.inject({
    url,
    ...(browser !== undefined && { cookies: { asked: browser } }),
    ...(form !== undefined && {
      method: 'POST',
      headers: { origin: baseUrl, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    }),
  })
}

/** Requests a link; returns the browser's cookie and the word shown. */
async function ask(address = email, lang = 'da') {
  const asked = await browse(`/link?lang=${lang}`, undefined, { email: address })
  const browser = asked.cookies.find(({ name }) => name === 'asked')!.value
  const page = await browse(`${asked.headers.location}?lang=${lang}`, browser)
  const [, word] = /<strong class="word" dir="ltr">(\w{6})<\/strong>/.exec(page.body)!
  return { asked, browser, page, word: word! }
}

async function mailed(): Promise<string> {
  return linkIn((await writeMails(house)).at(-1)!)
}

const wrong = (word: string) => (word.startsWith('C') ? 'D' : 'C') + word.slice(1)

describe('a requested link', () => {
  test('opens the own page by a button in the browser that requested it', async () => {
    const { browser } = await ask(email.toUpperCase())
    const [mail] = await writeMails(house)
    expect(mail!.subject).not.toMatch(/mentor|mentee|flygtning/i)
    expect(await validateMailHtml(mail!.html)).toEqual([])
    const link = linkIn(mail!)
    const page = await browse(link, browser)
    expect(page.statusCode).toBe(200)
    expect(page.body).not.toContain('name="word"')
    const opened = await browse(link, browser, {})
    expect(opened.statusCode).toBe(303)
    expect((await site.get('/me', sessionOf(opened))).body).toContain('Amal')
    // The cookie of the request is deleted.
    expect(opened.cookies.find(({ name }) => name === 'asked')?.value).toBe('')
    for (const form of [undefined, {}])
      expect((await browse(link, browser, form)).statusCode).toBe(410)
  })

  test.each([
    ['as it is shown', (word: string) => word],
    ['in small letters', (word: string) => word.toLowerCase()],
    ['in two groups', (word: string) => ` ${word.slice(0, 3)} - ${word.slice(3)} `],
    ['with Arabic digits', (word: string) => word.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[+digit]!)],
    [
      'with Persian digits',
      (word: string) => word.replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[+digit]!),
    ],
    [
      'on a Ukrainian keyboard',
      (word: string) =>
        word.replace(/[CHKMPTXY]/g, (letter) => 'СНКМРТХУ'['CHKMPTXY'.indexOf(letter)]!),
    ],
  ])('opens in another browser with the word shown in the first, %s', async (_, typed) => {
    const { word } = await ask()
    const link = await mailed()
    const page = await browse(link)
    expect(page.body).toContain('name="word"')
    expect(page.body).not.toContain(word)
    const opened = await browse(link, undefined, { word: typed(word) })
    expect(opened.statusCode).toBe(303)
    expect((await site.get('/me', sessionOf(opened))).statusCode).toBe(200)
    expect((await browse(link, undefined, { word })).statusCode).toBe(410)
  })

  test('does not open elsewhere without the word', async () => {
    const { browser, word } = await ask()
    const link = await mailed()
    const others = [undefined, (await ask('nobody@example.dk')).browser, 'x'.repeat(43), word]
    for (const other of others)
      for (let times = 0; times < 5; times++) {
        for (const method of ['GET', 'HEAD'] as const)
          expect((await site.inject({ method, url: link })).statusCode).toBe(200)
        const pressed = await browse(link, other, {})
        expect([pressed.statusCode, sessionOf(pressed)]).toEqual([422, undefined])
        expect(await validateHtml(pressed.body)).toEqual([])
      }
    // An empty word does not count as a guess.
    expect((await browse(link, browser, {})).statusCode).toBe(303)
  })

  test('is revoked after five wrong words, in every browser, and says to request a new one', async () => {
    const { browser, word } = await ask()
    const link = await mailed()
    for (let times = 1; times < 5; times++) {
      const guess = await browse(link, undefined, { word: wrong(word) })
      expect(guess.statusCode).toBe(422)
      expect(guess.body).toContain('Tegnene passer ikke')
      expect(await validateHtml(guess.body)).toEqual([])
    }
    const fifth = await browse(link, undefined, { word: wrong(word) })
    expect(fifth.statusCode).toBe(410)
    expect(fifth.body).toContain('href="/link"')
    for (const other of [undefined, browser])
      for (const form of [undefined, {}, { word }])
        expect((await browse(link, other, form)).statusCode).toBe(410)
    const again = await ask()
    expect((await browse(await mailed(), again.browser, {})).statusCode).toBe(303)
  })

  test('counts concurrent guesses', async () => {
    const { word } = await ask()
    const link = await mailed()
    const guesses = Array.from({ length: 12 }, () => browse(link, undefined, { word: wrong(word) }))
    const statuses = (await Promise.all(guesses)).map(({ statusCode }) => statusCode)
    expect(statuses.filter((status) => status === 422)).toHaveLength(4)
    expect((await browse(link, undefined, { word })).statusCode).toBe(410)
  })

  test('expires ten minutes after it was mailed', async () => {
    const { browser, word } = await ask()
    const link = await mailed()
    house.clock.advance({ minutes: 9 })
    expect((await browse(link, browser)).statusCode).toBe(200)
    house.clock.advance({ minutes: 2 })
    for (const form of [undefined, {}, { word }])
      expect((await browse(link, browser, form)).statusCode).toBe(410)
  })

  test('revokes the one that was mailed before', async () => {
    const first = { ...(await ask()), link: await mailed() }
    const second = { ...(await ask()), link: await mailed() }
    expect(second.word).not.toBe(first.word)
    expect((await browse(first.link, first.browser)).statusCode).toBe(410)
    expect((await browse(first.link, first.browser, {})).statusCode).toBe(410)
    expect((await browse(second.link, first.browser, {})).statusCode).toBe(422)
    expect((await browse(second.link, second.browser, {})).statusCode).toBe(303)
  })

  test('is not mailed days later, and of the request only hashes are stored', async () => {
    const { browser, word } = await ask()
    const kept = await dump(house)
    expect(kept).toContain(email)
    await writeMails(house)
    const later = await dump(house)
    expect(later.split('\n').filter((line) => line.startsWith('public.link_request'))).toHaveLength(
      1,
    )
    expect(later.split('\n').find((line) => line.startsWith('public.link_request'))).not.toContain(
      email,
    )
    for (const secret of [browser, word]) expect(later).not.toContain(secret)
    await ask()
    await house.db.deleteFrom('linkRequest').where('email', 'is', null).execute()
    await ask()
    const [{ id }] = (await house.db
      .selectFrom('linkRequest')
      .select('id')
      .orderBy('id', 'desc')
      .execute()) as [{ id: string }]
    await house.db
      .insertInto('mail')
      .values({
        ...{ kind: 'own-page-link', municipality: '0461', personId: mentee.personId },
        ...{ subjectId: id, createdAt: house.clock.now() },
        ...{ since: house.clock.now(), dueAt: house.clock.now() },
      })
      .execute()
    await house.db.deleteFrom('linkRequest').execute()
    expect(await writeMails(house)).toEqual([])
  })
})

describe('requesting a link', () => {
  test('gets the same answer for known and unknown addresses, except for the word', async () => {
    const answers = []
    for (const address of ['whoever@ex.dk', email.replace('amal', 'xxxx'), email]) {
      const { asked, browser, page, word } = await ask(address)
      answers.push(
        JSON.stringify(
          [asked, page].map(({ statusCode, body, headers }) => [
            statusCode,
            body,
            { ...headers, date: '' },
          ]),
        )
          .replaceAll(browser, '(browser)')
          .replaceAll(word, '(word)'),
      )
    }
    expect(new Set(answers).size).toBe(1)
    expect(await writeMails(house)).toHaveLength(1)
  })

  test.each(oneOf(['da', 'en', 'ar']))(
    'and opening it elsewhere are valid pages in %s',
    async (lang) => {
      const { page } = await ask(email, lang)
      expect(await validateHtml(page.body)).toEqual([])
      const link = await mailed()
      for (const form of [undefined, {}, { word: 'x' }]) {
        const { body } = await browse(`${link}?lang=${lang}`, undefined, form)
        expect(body).toContain(`<html lang="${lang}"`)
        expect(await validateHtml(body)).toEqual([])
      }
      const bare = await browse(`/link/sent?lang=${lang}`)
      expect(bare.statusCode).toBe(200)
      expect(bare.body).not.toContain('class="word"')
      expect(await validateHtml(bare.body)).toEqual([])
      expect(await validateHtml((await browse(`/link?lang=${lang}`)).body)).toEqual([])
    },
  )

  test('sends at most three mails', async () => {
    for (let times = 0; times < 3; times++) expect((await ask()).asked.statusCode).toBe(303)
    expect((await browse('/link', undefined, { email })).statusCode).toBe(429)
  })
})

test('a word has six unambiguous characters, and differs per browser', () => {
  const words = Array.from({ length: 2_000 }, (_, at) => wordOf(`browser ${at}`))
  for (const word of words) expect(word).toMatch(/^[CDFHJKMNPRTWXY3479]{6}$/)
  expect(new Set(words).size).toBeGreaterThan(1_995)
  // Every character in every place.
  for (let place = 0; place < 6; place++)
    expect(new Set(words.map((word) => word[place])).size).toBe(18)
})
