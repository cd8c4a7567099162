import { beforeEach, describe, expect, test } from 'vitest'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'

const house = useHouse()
const site = useSite(house)
let administrator: string
let coordinator: string
beforeEach(async () => {
  administrator = await site.enter(await anAccount(house, { role: 'administrator' }))
  coordinator = await site.enter(await anAccount(house, { municipality: '0461' }))
})

describe('the administration page', () => {
  const odense = {
    municipality: '0461',
    name: 'Mentor-match <Odense>',
    alsoServes: ['0440', '0450'],
  }

  test('starts a programme and shows it', async () => {
    const form = await site.get('/administration/programmes/new', administrator)
    expect(form.statusCode).toBe(200)
    expect(await validateHtml(form.body)).toEqual([])
    const answer = await site.post('/administration/programmes', odense, administrator)
    expect(answer.headers.location).toBe('/administration')
    const page = await site.get('/administration', administrator)
    expect(page.body).toContain('Mentor-match &lt;Odense&gt;')
    expect(page.body).toContain('Kerteminde og Nyborg')
    expect(page.body).toContain('Karen Koordinator')
    expect(await validateHtml(page.body)).toEqual([])
  })

  test('refuses a second programme and shows the form as it was typed', async () => {
    await site.post('/administration/programmes', odense, administrator)
    const answer = await site.post('/administration/programmes', odense, administrator)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#field-municipality"')
    expect(answer.body).toMatch(/value="0440"\s+checked/)
    expect(await validateHtml(answer.body)).toEqual([])
  })

  test.each([
    ['municipality', { ...odense, municipality: '' }],
    ['municipality', { ...odense, municipality: 'Odense' }],
    ['name', { ...odense, name: '' }],
    ['name', { ...odense, name: 'x'.repeat(101) }],
    ['alsoServes', { ...odense, alsoServes: ['0440', '0440'] }],
    ['alsoServes', { ...odense, alsoServes: ['x'] }],
  ])('says what is wrong with the %s', async (field, form) => {
    const answer = await site.post('/administration/programmes', form, administrator)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}"`)
    expect(await house.db.selectFrom('programme').selectAll().execute()).toEqual([])
  })

  test('is forbidden for coordinators', async () => {
    for (const path of ['', '/programmes/new', '/coordinators/new'])
      expect((await site.get(`/administration${path}`, coordinator)).statusCode).toBe(403)
    const answer = await site.post('/administration/programmes', odense, coordinator)
    expect(answer.statusCode).toBe(403)
  })
})

describe('the programme page', () => {
  const library = {
    name: 'Vollsmose Bibliotek',
    address: 'Vollsmose Allé 14',
    vulnerableArea: 'on',
  }
  const redCross = { name: 'Røde Kors', type: 'ngo', residence: '0440' }

  test('adds sites and partners of its own municipality', async () => {
    for (const path of ['', '/sites/new', '/partners/new']) {
      const page = await site.get(`/programme${path}`, coordinator)
      expect(page.statusCode).toBe(200)
      expect(await validateHtml(page.body)).toEqual([])
    }
    for (const [path, form] of [
      ['sites', library],
      ['partners', redCross],
    ] as const) {
      const answer = await site.post(`/programme/${path}`, form, coordinator)
      expect(answer.statusCode).toBe(303)
    }
    const page = await site.get('/programme', coordinator)
    expect(page.body).toContain('Vollsmose Allé 14')
    expect(page.body).toContain('Humanitær organisation')
    expect(await validateHtml(page.body)).toEqual([])
    const elsewhere = await site.enter(await anAccount(house, { municipality: '0265' }))
    const other = await site.get('/programme', elsewhere)
    expect(other.body).not.toContain('Vollsmose')
    expect(other.body).not.toContain('Røde Kors')
  })

  test.each([
    ['sites', 'name', { ...library, name: ' ' }],
    ['sites', 'address', { ...library, address: '' }],
    ['partners', 'name', { ...redCross, name: '' }],
    ['partners', 'type', { ...redCross, type: 'club' }],
    ['partners', 'residence', { ...redCross, residence: '9999' }],
  ])('to %s: says what is wrong with the %s', async (path, field, form) => {
    const answer = await site.post(`/programme/${path}`, form, coordinator)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}"`)
    expect(await validateHtml(answer.body)).toEqual([])
  })

  test('refuses a partner with a name that exists already', async () => {
    await site.post('/programme/partners', redCross, coordinator)
    const answer = await site.post('/programme/partners', redCross, coordinator)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#field-name"')
  })
})
