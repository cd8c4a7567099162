import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { anAccount } from '../support/accounts.ts'
import { sessionCookie, useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { aProgramme } from '../support/people.ts'

const house = useHouse()
const site = useSite(house)

const get = (url: string, accepted: string, cookies: Record<string, string> = {}) =>
  site.inject({ method: 'GET', url, headers: { 'accept-encoding': accepted }, cookies })

test('a visitor’s page is compressed, with brotli or gzip as the browser can read', async () => {
  const page = (await site.get('/mentor')).rawPayload
  const brotli = await get('/mentor', 'gzip, deflate, br')
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br' })
  expect(brotli.headers.vary).toContain('accept-encoding')
  expect(brotliDecompressSync(brotli.rawPayload).length).toBe(page.length)
  const gzip = await get('/mentor', 'gzip', { language: 'da' })
  expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip' })
  expect(gunzipSync(gzip.rawPayload).length).toBe(page.length)
  expect(gzip.rawPayload.length).toBeLessThan(page.length / 3)
})

test('a page that may hold a secret is not compressed, so that its length tells nothing', async () => {
  await aProgramme(house)
  const session = await site.enter(await anAccount(house))
  const page = await get('/people?q=maria', 'br, gzip', { [sessionCookie]: session })
  expect(page.statusCode).toBe(200)
  expect(page.body).toContain('name="_form"')
  expect(page.headers).not.toHaveProperty('content-encoding')
  const { asked } = site.app.cookieNames
  expect((await get('/mentor', 'br', { [asked]: 'x' })).headers).not.toHaveProperty(
    'content-encoding',
  )
})

test('the API is compressed for clients', async () => {
  const description = await get('/api/openapi.json', 'gzip')
  expect(description.statusCode).toBe(200)
  expect(description.headers).toMatchObject({ 'content-encoding': 'gzip' })
})

test('the stylesheet is sent as it is or compressed beforehand, with a weak ETag for both', async () => {
  const plain = await get('/assets/ltr.css', 'gzip')
  expect(plain.headers).not.toHaveProperty('content-encoding')
  const brotli = await get('/assets/ltr.css', 'br')
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br' })
  expect(brotliDecompressSync(brotli.rawPayload)).toEqual(plain.rawPayload)
  expect(brotli.headers.etag).toMatch(/^W\/"/)
})

test('a short answer is sent as it is', async () => {
  const answer = await get('/assets/progress.js', 'br, gzip')
  expect(answer.statusCode).toBe(200)
  expect(answer.rawPayload.length).toBeLessThan(1024)
  expect(answer.headers).not.toHaveProperty('content-encoding')
})
