import { beforeEach, describe, expect, test } from 'vitest'
import { formatMoment } from '../../../../src/locales/format.ts'
import { translate, translateMail } from '../../../../src/locales/translate.ts'
import { createSignInLink } from '../../../../src/features/accounts/links/create-sign-in-link.ts'
import { valuesOf } from '../../../../src/features/people/profile/form.ts'
import { readProfile } from '../../../../src/features/people/profile/read-profile.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { aClient } from '../../../support/client.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml, validateMailHtml } from '../../../support/html.ts'
import {
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  linkIn,
  mentorForm,
  type Party,
  type Programme,
  writeMails,
} from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)
/** The text without directional isolates. */
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')
const old = 'gammel@example.dk'
const fresh = 'ny@example.dk'
let programme: Programme
let mentor: Party
beforeEach(async () => {
  programme = await aProgramme(house)
  mentor = await aMentor(house, { email: old, capacity: 5 })
})

const personOf = ({ personId }: Party) =>
  house.db.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()

/** Submits the profile form with one change. */
async function save(path: string, session: string, party: Party, change: object) {
  const values = valuesOf(await readProfile(house.ctx(), party.enrolmentId))
  const form = Object.fromEntries(
    Object.entries({ ...values, ...change }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]]],
    ),
  )
  const answer = await site.post(`${path}/${party.enrolmentId}/profile`, form, session)
  expect(answer.statusCode).toBe(303)
}

const ways: Record<string, (party: Party, change: object) => Promise<void>> = {
  'on one’s own page': async (party, change) =>
    save('/me/roles', await site.enter({ personId: party.personId }), party, change),
  'by a coordinator': async (party, change) =>
    save('/people', await site.enter(await anAccount(house)), party, change),
  'by a program': async (party, change) => {
    const client = await aClient(house, site, programme.coordinator)
    const path = `/enrolments/${party.enrolmentId}/profile`
    const { headers } = await client.get(path)
    expect((await client.patch(path, change, String(headers.etag))).statusCode).toBe(200)
  },
}

/** The recipients of the mails that are waiting. */
async function addressees() {
  return (await writeMails(house)).map(({ to }) => to.address)
}

describe.each(Object.entries(ways))('a new address entered %s', (_, change) => {
  test('gets only the confirmation mail; others go to the old one until it is confirmed', async () => {
    await change(mentor, { email: fresh })
    const [told, asked, ...others] = await writeMails(house)
    expect([told!.to.address, asked!.to.address, others]).toEqual([old, fresh, []])
    await anOffer(house, { mentor, mentee: await aMentee(house, { email: 'x@example.dk' }) })
    expect((await addressees()).sort()).toEqual([old, 'x@example.dk'])
    expect((await personOf(mentor)).email).toBe(old)
    const link = linkIn(asked!)
    expect((await site.get(link)).statusCode).toBe(200)
    expect((await personOf(mentor)).email).toBe(old)
    const toOld = await createSignInLink(house.ctx(), {
      personId: mentor.personId,
      lasts: Temporal.Duration.from({ hours: 1 }),
    })
    expect((await site.post(link, {})).statusCode).toBe(303)
    expect(await personOf(mentor)).toMatchObject({
      ...{ email: fresh, newEmail: null, newEmailSince: null, emailUnconfirmedSince: null },
    })
    expect((await site.post(`/sign-in/${toOld}`, {})).statusCode).toBe(410)
    expect((await site.post(link, {})).statusCode).toBe(410)
    await anOffer(house, { mentor, mentee: await aMentee(house, { email: 'y@example.dk' }) })
    expect((await addressees()).sort()).toEqual([fresh, 'y@example.dk'])
  })

  test('is the recipient once confirmed, also of mails queued before', async () => {
    await anOffer(house, { mentor, mentee: await aMentee(house, { email: 'x@example.dk' }) })
    await change(mentor, { email: fresh })
    const mails = await writeMails(house)
    expect(mails.map(({ to }) => to.address).sort()).toEqual([old, old, fresh, 'x@example.dk'])
    await anOffer(house, { mentor, mentee: await aMentee(house, { email: 'y@example.dk' }) })
    await site.post(linkIn(mails.find(({ to }) => to.address === fresh)!), {})
    expect((await addressees()).sort()).toEqual([fresh, 'y@example.dk'])
  })

  test('gets a confirmation mail of its own when changed again, and the first link stops working', async () => {
    await change(mentor, { email: 'forkert@example.dk' })
    const [, first] = await writeMails(house)
    await change(mentor, { email: fresh })
    const [, second] = await writeMails(house)
    expect(second!.to.address).toBe(fresh)
    expect((await site.post(linkIn(first!), {})).statusCode).toBe(410)
    expect((await personOf(mentor)).email).toBe(old)
    expect((await site.post(linkIn(second!), {})).statusCode).toBe(303)
    expect((await personOf(mentor)).email).toBe(fresh)
  })

  test('stays through other changes, and is discarded when the old one is entered again', async () => {
    await change(mentor, { email: fresh })
    await change(mentor, { phone: '+4520304050' })
    expect(await personOf(mentor)).toMatchObject({ email: old, newEmail: fresh })
    const [, asked] = await writeMails(house)
    await change(mentor, { email: old })
    expect(await personOf(mentor)).toMatchObject({ email: old, newEmail: null })
    expect((await site.post(linkIn(asked!), {})).statusCode).toBe(410)
    expect(await writeMails(house)).toEqual([])
  })
})

describe('the address in use', () => {
  test.each(['da', 'en', 'ar'] as const)(
    'is told in %s that another is to replace it, but not which',
    async (locale) => {
      await house.db
        .updateTable('person')
        .set({ locale })
        .where('id', '=', mentor.personId)
        .execute()
      await ways['by a coordinator']!(mentor, { email: fresh })
      const [told] = await writeMails(house)
      expect(told).toMatchObject({ locale, to: { address: old } })
      expect(told!.subject).toBe(translateMail(locale)('email-replaced.subject'))
      expect(told!.text).toContain(translateMail(locale)('email-replaced.text'))
      expect(JSON.stringify(told)).not.toContain(fresh)
      expect(await validateMailHtml(told!.html)).toEqual([])
    },
  )

  test('is not told of an address that was discarded before the mail left', async () => {
    await ways['by a coordinator']!(mentor, { email: fresh })
    await ways['by a coordinator']!(mentor, { email: old })
    expect(await writeMails(house)).toEqual([])
  })

  test('is told three times a day, however often it is changed', async () => {
    const told = async (email: string) => {
      await ways['by a coordinator']!(mentor, { email })
      return (await addressees()).filter((address) => address === old).length
    }
    const times = []
    for (const nr of [1, 2, 3, 4, 5]) times.push(await told(`ny${nr}@example.dk`))
    expect(times).toEqual([1, 1, 1, 0, 0])
    house.clock.advance({ hours: 24 })
    expect(await told('ny6@example.dk')).toBe(1)
  })
})

describe('an address that is entered repeatedly', () => {
  test('is asked three times a day; then the form is refused with the reason', async () => {
    const staff = await anAccount(house)
    const form = async (email: string) => {
      const session = await site.enter(staff)
      const values = valuesOf(await readProfile(house.ctx(), mentor.enrolmentId))
      return site.post(
        `/people/${mentor.enrolmentId}/profile`,
        Object.fromEntries(
          Object.entries({ ...values, email }).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]]],
          ),
        ),
        session,
      )
    }
    for (let times = 0; times < 3; times++) {
      expect((await form(times % 2 === 0 ? fresh : fresh.toUpperCase())).statusCode).toBe(303)
      await form(old)
    }
    const refused = await form(fresh)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain(translate('da')('form.error.mails'))
    expect(await personOf(mentor)).toMatchObject({ email: old, newEmail: null })
    const client = await aClient(house, site, programme.coordinator)
    const path = `/enrolments/${mentor.enrolmentId}/profile`
    const { headers } = await client.get(path)
    const byApi = await client.patch(path, { email: fresh }, String(headers.etag))
    expect(byApi.statusCode).toBe(429)
    house.clock.advance({ hours: 24 })
    expect((await form(fresh)).statusCode).toBe(303)
  })
})

describe('a person’s own page', () => {
  const own = async (lang = 'da') =>
    site.get(`/me?lang=${lang}`, await site.enter({ personId: mentor.personId }))
  const press = async (what: string) =>
    site.post(`/me/address/${what}`, {}, await site.enter({ personId: mentor.personId }))

  test.each(['da', 'en', 'ar'] as const)(
    'says in %s that the new address is unconfirmed, and until when it can be confirmed',
    async (lang) => {
      const t = translate(lang)
      expect((await own(lang)).body).not.toContain(t('self.address.title'))
      await ways['on one’s own page']!(mentor, { email: fresh })
      const { body } = await own(lang)
      const until = formatMoment(lang, house.clock.now().add({ hours: 7 * 24 }))
      for (const part of [t('self.address.title'), fresh, old, until]) expect(body).toContain(part)
      expect(await validateHtml(body)).toEqual([])
      house.clock.advance({ hours: 7 * 24 })
      const over = await own(lang)
      expect(plain(over.body)).toContain(plain(t('self.address.over', { address: fresh })))
      expect(await validateHtml(over.body)).toEqual([])
    },
  )

  test('sends the mail again with a new period, three times a day', async () => {
    await ways['on one’s own page']!(mentor, { email: fresh })
    await writeMails(house)
    house.clock.advance({ hours: 7 * 24 })
    expect((await press('question')).statusCode).toBe(303)
    const [asked, ...others] = await writeMails(house)
    expect([asked!.to.address, others]).toEqual([fresh, []])
    expect((await press('question')).statusCode).toBe(303)
    expect((await press('question')).statusCode).toBe(303)
    expect((await press('question')).statusCode).toBe(429)
    expect(await addressees()).toEqual([fresh, fresh])
    expect((await site.post(linkIn(asked!), {})).statusCode).toBe(303)
    expect(await personOf(mentor)).toMatchObject({ email: fresh, newEmail: null })
    expect((await press('question')).statusCode).toBe(409)
    expect((await press('withdrawal')).statusCode).toBe(409)
  })

  test('discards the new address, so that its link stops working', async () => {
    await ways['on one’s own page']!(mentor, { email: fresh })
    const [, asked] = await writeMails(house)
    expect((await press('withdrawal')).statusCode).toBe(303)
    expect(await personOf(mentor)).toMatchObject({ email: old, newEmail: null })
    expect((await site.post(linkIn(asked!), {})).statusCode).toBe(410)
    expect((await own()).body).not.toContain(fresh)
  })
})

test('an address that was never confirmed is replaced at once, and the new one gets the welcome', async () => {
  const typed = { ...mentorForm({ email: 'tastefjel@example.dk' }), consent: true }
  const stranger = await site.inject({ method: 'POST', url: '/api/v1/mentors', payload: typed })
  expect(stranger.statusCode).toBe(201)
  const party = stranger.json() as Party
  const [toNobody] = await writeMails(house)
  await ways['by a coordinator']!(party, { email: 'rigtig@example.dk' })
  const [welcome, ...others] = await writeMails(house)
  expect([welcome!.to.address, others]).toEqual(['rigtig@example.dk', []])
  expect(welcome!.text).toContain('Tak, vi har fået dine svar')
  expect((await site.post(linkIn(toNobody!), {})).statusCode).toBe(410)
  expect((await personOf(party)).emailUnconfirmedSince).not.toBeNull()
  expect((await site.post(linkIn(welcome!), {})).statusCode).toBe(303)
  expect((await personOf(party)).emailUnconfirmedSince).toBeNull()
})

test('a first address needs confirmation too: until then the person gets letters', async () => {
  const mentee = await aMentee(house, { email: undefined, phone: '+4520304050' })
  await ways['by a coordinator']!(mentee, { email: fresh, channel: 'email' })
  const [asked] = await writeMails(house)
  await anOffer(house, { mentor, mentee })
  expect((await addressees()).sort()).toEqual([old, null].sort())
  await site.post(linkIn(asked!), {})
  expect(await personOf(mentee)).toMatchObject({ email: fresh, channel: 'email' })
})

test('a welcome that has not left does not confirm the address that replaced it', async () => {
  const { personId } = mentor
  await house.db
    .insertInto('mail')
    .values({
      ...{ kind: 'registration', municipality: '0461', personId },
      ...{ createdAt: house.clock.now(), since: house.clock.now(), dueAt: house.clock.now() },
    })
    .execute()
  await ways['on one’s own page']!(mentor, { email: fresh })
  expect(await addressees()).toEqual([old, fresh])
})

test('a removed address is gone at once, and an unconfirmed one with it', async () => {
  await ways['by a coordinator']!(mentor, { email: fresh })
  await ways['by a coordinator']!(mentor, { email: '', phone: '+4520304050', channel: 'phone' })
  expect(await personOf(mentor)).toMatchObject({ email: null, newEmail: null })
  expect(await writeMails(house)).toEqual([])
})

test.each(['da', 'en', 'ar'])('both pages show in %s which address is in use', async (lang) => {
  await ways['by a coordinator']!(mentor, { email: fresh })
  const staff = await site.enter(await anAccount(house))
  const own = await site.enter({ personId: mentor.personId })
  for (const [path, session] of [
    [`/people/${mentor.enrolmentId}`, staff],
    [`/people/${mentor.enrolmentId}/profile`, staff],
    [`/me/roles/${mentor.enrolmentId}/profile`, own],
  ] as const) {
    const { body } = await site.get(`${path}?lang=${lang}`, session)
    expect(body).toContain(fresh)
    expect(body).toContain(old)
    expect(await validateHtml(body)).toEqual([])
  }
})
