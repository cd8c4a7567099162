import { expect, test } from 'vitest'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()
const site = useSite(house)

function arabicLink(body: string): string | undefined {
  return /href="([^"]+)"\s+lang="ar"\s+hreflang="ar"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
}

test('the language links keep the query', async () => {
  const { body } = await site.get('/sign-in?next=%2Freport%3Ffrom%3D2026&lang=en')
  const link = arabicLink(body)!
  expect(new URLSearchParams(link.split('?')[1])).toEqual(
    new URLSearchParams({ next: '/report?from=2026', lang: 'ar' }),
  )
  expect((await site.get(link)).body).toContain('<html lang="ar"')
})

test('after a refused form the language links lead to the form’s page', async () => {
  const own = await site.post('/mentor', {})
  expect(own.statusCode).toBe(422)
  expect(arabicLink(own.body)).toBe('/mentor?lang=ar')
  const origin = new URL(site.config.baseUrl)
  const refused = (referer?: string) =>
    site.inject({
      method: 'POST',
      url: '/people/moves',
      headers: {
        origin: origin.origin,
        host: origin.host,
        'content-type': 'application/x-www-form-urlencoded',
        ...(referer && { referer }),
      },
    })
  const back = await refused(`${origin.origin}/people?state=ready`)
  expect(arabicLink(back.body)).toBe('/people?state=ready&lang=ar')
  expect(arabicLink((await refused('https://evil.example/people')).body)).toBe('/?lang=ar')
  expect(arabicLink((await refused()).body)).toBe('/?lang=ar')
})

test.each([
  ['da, en;q=0.9', 'da'],
  ['da;q=0.1, en;q=0.9', 'en'],
  ['ar-SY, en;q=0.9', 'ar'],
  ['en-GB,en;q=0.9,da;q=0.8', 'en'],
  ['ti, en;q=0.5, da;q=0.4', 'en'],
  ['ti, da;q=0.5, en;q=0.4', 'da'],
  ['en;q=0, *;q=0.5', 'da'],
  ['ti, uk', 'da'],
  ['*', 'da'],
  [';;q=x,,-,"', 'da'],
  ['', 'da'],
])('a browser that prefers %j is answered in %s', async (header, language) => {
  const { body } = await site.inject({
    method: 'GET',
    url: '/mentor',
    headers: { 'accept-language': header },
  })
  expect(/<html lang="(\w+)"/.exec(body)?.[1]).toBe(language)
})

test('a browser that names no language is answered in Danish', async () => {
  expect((await site.get('/mentor')).body).toContain('<html lang="da"')
})
