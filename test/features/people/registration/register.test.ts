import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { registerPerson } from '../../../../src/features/people/registration/register.ts'
import { RegisterMentor } from '../../../../src/features/people/schema.ts'
import { locales } from '../../../../src/locales/locale.ts'
import { translate } from '../../../../src/locales/translate.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { aStranger } from '../../../support/client.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml } from '../../../support/html.ts'
import { aMentor, aProgramme, countRows, menteeForm, mentorForm } from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)
beforeEach(async () => {
  await aProgramme(house)
})

/** What a browser sends for the form of either role. */
const typed = {
  shownAt: '2026-11-23T08:55:00Z',
  name: 'Mette Holm',
  email: 'mette@example.dk',
  phone: '12 34 56 78',
  residence: '0461',
  birthYear: '1971',
  sex: 'woman',
  'level-da': 'native',
  'level-ar': 'A2',
  'extra-language-1': 'am',
  'extra-level-1': 'B2',
  hours: ['3-evening', '3-afternoon', '5-morning'],
  meets: 'in-person',
  wish: 'woman',
  wishIsMust: 'on',
  consent: 'on',
}
const asMentor = { ...typed, offers: ['dansk', 'it'], capacity: '2', acceptsChildren: 'on' }
const asMentee = {
  ...typed,
  needs: ['dansk', 'job'],
  most: 'job',
  wantsDanishPractice: 'on',
  interpreterAcceptable: 'on',
  childrenAlong: 'on',
}

const everything = async () => ({
  person: await house.db.selectFrom('person').selectAll().executeTakeFirstOrThrow(),
  enrolment: await house.db.selectFrom('enrolment').selectAll().executeTakeFirstOrThrow(),
  languages: await house.db.selectFrom('personLanguage').selectAll().orderBy('tag').execute(),
  hours: await house.db.selectFrom('availability').selectAll().orderBy('day').execute(),
  topics: await house.db.selectFrom('enrolmentTopic').selectAll().orderBy('topic').execute(),
  consents: await house.db.selectFrom('consent').selectAll().execute(),
  transitions: await house.db.selectFrom('enrolmentTransition').selectAll().execute(),
})

describe('registering by form', () => {
  test('stores every answer of a mentor', async () => {
    const answer = await site.post('/mentor', asMentor)
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/mentor/thanks')
    const { person, enrolment, languages, hours, topics, transitions } = await everything()
    expect(person).toMatchObject({
      name: 'Mette Holm',
      email: 'mette@example.dk',
      phone: '+4512345678',
      channel: 'email',
      locale: 'da',
      residence: '0461',
      municipality: '0461',
      birthYear: 1971,
      sex: 'woman',
      meets: 'in-person',
    })
    expect(enrolment).toMatchObject({
      role: 'mentor',
      state: 'registered',
      capacity: 2,
      acceptsChildren: true,
      sexWish: 'woman',
      sexWishIsMust: true,
    })
    expect(languages.map(({ tag, level, reads }) => [tag, level, reads])).toEqual([
      ['am', 'B2', true],
      ['ar', 'A2', false],
      ['da', 'native', true],
    ])
    expect(hours.map(({ day, starts, ends }) => [day, starts, ends])).toEqual([
      [3, '12:00:00', '21:00:00'],
      [5, '09:00:00', '12:00:00'],
    ])
    expect(topics.map(({ topic }) => topic)).toEqual(['dansk', 'it'])
    expect(transitions).toMatchObject([{ fromState: null, toState: 'registered', actor: 'public' }])
  })

  test('stores which need matters most to a mentee', async () => {
    expect((await site.post('/mentee', asMentee)).statusCode).toBe(303)
    const { enrolment, topics } = await everything()
    expect(enrolment).toMatchObject({
      role: 'mentee',
      state: 'registered',
      wantsDanishPractice: true,
      interpreterAcceptable: true,
      childrenAlong: true,
    })
    expect(topics.map(({ topic, importance }) => [topic, importance])).toEqual([
      ['dansk', 2],
      ['job', 3],
    ])
  })

  test.each(['mentor', 'mentee'] as const)(
    'accepts a %s without the optional answers',
    async (role) => {
      const { answer } = {
        answer: await site.post(`/${role}`, {
          shownAt: typed.shownAt,
          name: 'Ali',
          phone: '+380 44 123 4567',
          residence: '0461',
          'level-uk': 'native',
          hours: '1-morning',
          consent: 'on',
          offers: role === 'mentor' ? 'dansk' : [],
          needs: role === 'mentee' ? 'dansk' : [],
        }),
      }
      expect(answer.statusCode).toBe(303)
      expect((await everything()).person).toMatchObject({
        email: null,
        phone: '+380441234567',
        channel: 'phone',
        sex: 'undisclosed',
        birthYear: null,
      })
    },
  )

  test.each([
    ['mentor', 'da'],
    ['mentor', 'ar'],
    ['mentee', 'da'],
    ['mentee', 'en'],
    ['mentee', 'ar'],
  ] as const)(
    'keeps the consent of a %s in the very words that were shown, in %s',
    async (role, lang) => {
      const form = role === 'mentor' ? asMentor : asMentee
      await site.post(`/${role}?lang=${lang}`, form)
      const { person, consents } = await everything()
      expect(person.locale).toBe(lang)
      const text = translate(lang).dynamic(`people.consent.${role}`)
      expect(consents).toMatchObject([{ purpose: 'matching', locale: lang, text, way: 'form' }])
      expect((await site.get(`/${role}?lang=${lang}`)).body).toContain(text)
    },
  )

  test('registers once when the same form is sent twice, and succeeds both times', async () => {
    const submissionId = randomUUID()
    for (let times = 0; times < 2; times++)
      expect((await site.post('/mentor', { ...asMentor, submissionId })).statusCode).toBe(303)
    expect((await house.db.selectFrom('person').select('id').execute()).length).toBe(1)
    expect((await house.db.selectFrom('consent').select('id').execute()).length).toBe(1)
  })

  test('gives every opened form its own id', async () => {
    const idOf = async () =>
      /name="submissionId"\s+value="([^"]+)"/.exec((await site.get('/mentor')).body)?.[1]
    expect(await idOf()).toMatch(/^[0-9a-f-]{36}$/)
    expect(await idOf()).not.toBe(await idOf())
  })

  test.each(['mentor', 'mentee'] as const)(
    'shows a %s from an unserved municipality the form again with what was typed',
    async (role) => {
      const form = { ...(role === 'mentor' ? asMentor : asMentee), residence: '0101' }
      const answer = await site.post(`/${role}`, form)
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('Her er der ikke noget forløb endnu')
      expect(answer.body).toContain('href="#field-residence"')
      expect(answer.body).toContain('value="Mette Holm"')
      expect(answer.body).toContain('value="12 34 56 78"')
      expect(answer.body).toMatch(/value="3-evening"\s+checked/)
      expect(answer.body).toMatch(/name="consent"\s+value="on"\s+checked/)
      expect(await validateHtml(answer.body)).toEqual([])
      expect(await house.db.selectFrom('person').select('id').execute()).toEqual([])
    },
  )

  test('registers a resident of Kerteminde in Odense, which serves both', async () => {
    await site.post('/mentee', { ...asMentee, residence: '0440' })
    const { person, enrolment } = await everything()
    expect(person).toMatchObject({ residence: '0440', municipality: '0461' })
    expect(enrolment).toMatchObject({ municipality: '0461' })
  })

  test('registers a resident of Kerteminde there once it has a programme', async () => {
    await aProgramme(house, { municipality: '0440' })
    await site.post('/mentee', { ...asMentee, residence: '0440' })
    expect((await everything()).person).toMatchObject({ municipality: '0440' })
  })

  test.each(['mentor', 'mentee'] as const)(
    'lists everything that is missing from the empty form of a %s',
    async (role) => {
      for (const lang of ['da', 'en', 'ar']) {
        const answer = await site.post(`/${role}?lang=${lang}`, {})
        expect(answer.statusCode).toBe(422)
        const named = [...answer.body.matchAll(/href="#field-(\w+)"/g)].map((match) => match[1]!)
        const topics = role === 'mentor' ? 'offers' : 'needs'
        for (const field of ['name', 'residence', 'languages', 'hours', 'consent', topics])
          expect(named).toContain(field)
        for (const field of named) expect(answer.body).toContain(`id="field-${field}"`)
        expect(await validateHtml(answer.body)).toEqual([])
      }
    },
  )

  test('requires a way to reach the person', async () => {
    const { email: _, phone: __, ...silent } = asMentor
    const answer = await site.post('/mentor', silent)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#field-email"')
  })
})

describe('registering by API', () => {
  test.each([
    ['mentor', mentorForm],
    ['mentee', menteeForm],
  ] as const)('anyone may register a %s, and learns the ids', async (role, form) => {
    const answer = await aStranger(site).post(`/${role}s`, form())
    expect(answer.statusCode).toBe(201)
    const { person, enrolment } = await everything()
    expect(answer.json()).toEqual({ personId: person.id, enrolmentId: enrolment.id })
    expect(enrolment).toMatchObject({ role, state: 'registered' })
  })

  test('answers the same submission identically twice', async () => {
    const form = menteeForm({ submissionId: randomUUID() })
    const first = await aStranger(site).post('/mentees', form)
    const second = await aStranger(site).post('/mentees', form)
    expect(second.statusCode).toBe(201)
    expect(second.json()).toEqual(first.json())
    expect((await house.db.selectFrom('person').select('id').execute()).length).toBe(1)
  })

  test('names the field of an unserved municipality', async () => {
    const answer = await aStranger(site).post('/mentors', mentorForm({ residence: '0101' }))
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toMatchObject([{ pointer: '/residence', code: 'area' }])
  })

  test('stores the consent in the given language', async () => {
    await aStranger(site).post('/mentees', menteeForm({ locale: 'ar' }))
    expect((await everything()).consents).toMatchObject([
      { locale: 'ar', text: translate('ar')('people.consent.mentee') },
    ])
  })

  test('writes nothing without consent', async () => {
    const before = await countRows(house)
    for (const consent of [false, undefined, 'yes', 1]) {
      const answer = await aStranger(site).post('/mentors', { ...mentorForm(), consent })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().errors).toMatchObject([{ pointer: '/consent', code: 'consent' }])
    }
    expect(await countRows(house)).toEqual(before)
  })

  test('registers no one in a closed programme', async () => {
    await house.db.updateTable('programme').set({ state: 'closed' }).execute()
    expect((await aStranger(site).post('/mentors', mentorForm())).statusCode).toBe(422)
  })

  test('rolls back after a failure half-way', async () => {
    const before = await countRows(house)
    const command = RegisterMentor.parse(mentorForm())
    // A repeated topic fails at the last write but one.
    const broken = { ...command, offers: ['dansk', 'dansk'] as typeof command.offers }
    await expect(
      registerPerson(house.ctx({ kind: 'public' }), { role: 'mentor', command: broken }),
    ).rejects.toThrow()
    expect(await countRows(house)).toEqual(before)
  })
})

describe('registering when signed in', () => {
  const coordinator = async () => site.enter(await anAccount(house, { municipality: '0461' }))
  const { shownAt, ...atTheDesk } = asMentee
  const email = async () =>
    (
      await house.db
        .selectFrom('person')
        .select(['emailUnconfirmedSince', 'municipality'])
        .execute()
    )[0]

  test('a coordinator continues with the page of the new person', async () => {
    const session = await coordinator()
    const answer = await site.post('/mentee', atTheDesk, session)
    expect(answer.statusCode).toBe(303)
    const page = await site.get(String(answer.headers.location), session)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Mette Holm')
    expect(page.body).toContain('mette@example.dk')
  })

  test('a coordinator can choose residences that their programmes serve; another is refused without losing input', async () => {
    await aProgramme(house, { municipality: '0751' })
    const session = await coordinator()
    const before = await countRows(house)
    const answer = await site.post('/mentee', { ...atTheDesk, residence: '0751' }, session)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('href="#field-residence"')
    expect(answer.body).toContain(translate('da')('form.error.area.other'))
    expect(answer.body).toContain('value="Mette Holm"')
    expect(answer.body).toContain('value="0440"')
    expect(answer.body).not.toContain('value="0751"')
    expect((await site.get('/mentee')).body).toContain('value="0751"')
    expect(await countRows(house)).toEqual(before)
  })

  test('a coordinator registers a resident of another municipality in the own programme that serves it', async () => {
    await aProgramme(house, { municipality: '0440' })
    const session = await coordinator()
    const answer = await site.post('/mentee', { ...atTheDesk, residence: '0440' }, session)
    expect(answer.statusCode).toBe(303)
    expect(await email()).toMatchObject({ municipality: '0461' })
  })

  test.each(locales)('a coordinator is told in %s that the person must consent', async (lang) => {
    const { consent, email, phone, ...missing } = atTheDesk
    const answer = await site.post(`/mentee?lang=${lang}`, missing, await coordinator())
    expect(answer.statusCode).toBe(422)
    const t = translate(lang)
    for (const code of ['consent', 'contact'] as const) {
      expect(answer.body).toContain(t(`form.error.${code}.other`))
      expect(answer.body).not.toContain(t(`form.error.${code}`))
    }
  })

  test('an administrator registers like the public, with an unconfirmed address', async () => {
    const account = await anAccount(house, { role: 'administrator' })
    const session = await site.enter(account)
    const answer = await site.post('/mentee', { ...atTheDesk, shownAt }, session)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/mentee/thanks'])
    expect((await email())!.emailUnconfirmedSince).not.toBeNull()
  })

  test('a signed-in person registers others with an unconfirmed address', async () => {
    const { personId } = await aMentor(house, { email: 'own@example.dk' })
    const session = await site.enter({ personId })
    const answer = await site.post('/mentee', { ...atTheDesk, shownAt }, session)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/mentee/thanks'])
    const others = await house.db
      .selectFrom('person')
      .selectAll()
      .where('id', '!=', personId)
      .execute()
    expect(others.map((one) => one.emailUnconfirmedSince)).not.toEqual([null])
    expect(others).toHaveLength(1)
  })
})
