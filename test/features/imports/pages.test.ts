import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { workSpreadsheet } from '../../../src/features/imports/jobs.ts'
import { translate } from '../../../src/locales/translate.ts'
import { formTokenOf } from '../../../src/web/forgery.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aLease } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { hostileFiles } from '../../support/hostile-files.ts'
import { validateHtml } from '../../support/html.ts'
import { aProgramme } from '../../support/people.ts'
import { drawn } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
let session: string
beforeEach(async () => {
  await aProgramme(house)
  session = await site.enter(await anAccount(house))
})

const example = () => readFile(join(import.meta.dirname, '../../../examples/frivillige.csv'))

async function upload(file: Uint8Array, token = formTokenOf(session)) {
  const form = new FormData()
  form.set('_form', token)
  form.set('role', 'column')
  form.set('sheet', '')
  form.set('file', new Blob([new Uint8Array(file)]), 'frivillige.csv')
  const body = new Response(form)
  return site.inject({
    method: 'POST',
    url: '/people/import',
    cookies: { makker: session },
    headers: {
      origin: new URL(site.config.baseUrl).origin,
      'content-type': body.headers.get('content-type')!,
    },
    payload: Buffer.from(await body.arrayBuffer()),
  })
}

test('a coordinator uploads a file, reads its errors, and downloads the rows with errors', async () => {
  expect(await validateHtml((await site.get('/people/import', session)).body)).toEqual([])
  const sent = await upload(await example())
  expect(sent.statusCode).toBe(303)
  const place = sent.headers.location!
  const preview = await site.get(place, session)
  expect(await validateHtml(preview.body)).toEqual([])
  expect(preview.body).toContain('Rækker med fejl: 6')
  expect(preview.body.replace(/[\u2066-\u2069]/g, '')).toMatch(
    /Række 5, kolonne Fødselsår:\s+Årstallet er for sent. Det seneste er 2100\./,
  )
  expect(preview.body).not.toContain('010155')
  const only = await site.get(`${place}?only=wrong`, session)
  expect(only.body).not.toContain('Karen Bjerre')
  const wrong = await site.get(`${place}/wrong.csv`, session)
  expect(wrong.headers['content-disposition']).toBe('attachment; filename="fejl.csv"')
  expect(wrong.body.trim().split('\r\n')).toHaveLength(7)
})

test('a file without errors is imported by one button once the consents are confirmed', async () => {
  const lines = (await example()).toString().split('\n')
  const right = lines.filter((_, at) => ![3, 4, 5, 6, 7, 10].includes(at)).join('\n')
  const { location } = (await upload(Buffer.from(right))).headers
  const unvouched = await site.post(`${location}/confirmation`, {}, session)
  expect(unvouched.statusCode).toBe(422)
  const pressed = await site.post(`${location}/confirmation`, { consent: 'on' }, session)
  expect(pressed.statusCode).toBe(303)
  const waiting = await site.get(location!, session)
  expect(waiting.body).toContain('data-progress')
  await workSpreadsheet(house.ctx(), location!.split('/').at(-1)!, aLease)
  expect((await site.get(location!, session)).body).toContain('Færdig.')
  expect(await house.db.selectFrom('person').select('id').execute()).toHaveLength(4)
})

test('a file from another site’s form, or too large, is refused', async () => {
  expect((await upload(await example(), 'x')).statusCode).toBe(403)
  expect((await upload(new Uint8Array(21 * 1024 * 1024))).statusCode).toBe(413)
  expect((await upload(Buffer.from('PK nothing'))).statusCode).toBe(422)
  expect(await house.db.selectFrom('spreadsheet').selectAll().execute()).toEqual([])
})

/** The stored rows of a file: none of one that was refused. */
const kept = async () =>
  Promise.all(
    (['spreadsheet', 'spreadsheetRow', 'person'] as const).map((table) =>
      house.db.selectFrom(table).selectAll().execute(),
    ),
  )

// test/features/imports/hostile.test.ts reads all of them; here each is uploaded to the product too.
test.each(drawn(hostileFiles, 6))(
  'a hostile file is refused with the reason, and nothing of it is stored: $what',
  async ({ make, code }) => {
    const answer = await upload(make())
    expect(answer.statusCode).toBe(422)
    expect(await validateHtml(answer.body)).toEqual([])
    expect(answer.body).toContain(translate('da')(`form.error.${code}`))
    expect(await kept()).toEqual([[], [], []])
  },
  60_000,
)

test('a file of 50 MB is refused before it is read', async () => {
  const answer = await upload(new Uint8Array(50 * 1024 * 1024).fill(97))
  expect(answer.statusCode).toBe(413)
  expect(await validateHtml(answer.body)).toEqual([])
  expect(await kept()).toEqual([[], [], []])
})

test('a file that breaks off in its last row leaves no import behind', async () => {
  const rows = `Navn;Kommune\n${'Ida Friis;Odense\n'.repeat(5_000)}"Ida`
  expect((await upload(Buffer.from(rows))).statusCode).toBe(422)
  expect(await kept()).toEqual([[], [], []])
  expect((await site.get('/people/import', session)).body).not.toContain('/people/import/')
})
