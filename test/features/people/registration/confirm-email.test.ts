import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../../../src/context.ts'
import { attemptKey } from '../../../../src/features/accounts/attempts/count-attempt.ts'
import { listDue } from '../../../../src/features/letters/sql.ts'
import { moveByHand } from '../../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { aStranger } from '../../../support/client.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml, validateMailHtml } from '../../../support/html.ts'
import {
  aMentor,
  anOffer,
  aProgramme,
  coordinatorOf,
  linkIn,
  menteeForm,
  writeMails,
} from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)
beforeEach(async () => {
  await aProgramme(house)
})

const typed = {
  shownAt: '2026-11-23T08:55:00Z',
  name: 'Amal Nasser',
  email: 'amal@example.dk',
  residence: '0461',
  'level-ar': 'native',
  hours: ['3-evening'],
  needs: ['dansk'],
  consent: 'on',
}
const register = (form: object = {}, lang = 'da') =>
  site.post(`/mentee?lang=${lang}`, { ...typed, ...form })

const people = () => house.db.selectFrom('person').selectAll().orderBy('id').execute()
const unconfirmed = 'E-mail ikke bekræftet'

async function listOf() {
  const session = await site.enter(await anAccount(house, { municipality: '0461' }))
  return (await site.get('/people', session)).body
}

describe('after registering', () => {
  test.each(['da', 'en', 'ar'])(
    'a mail says in %s what happens next, but not the role',
    async (lang) => {
      await register({}, lang)
      const [mail, ...others] = await writeMails(house)
      expect(others).toEqual([])
      // Danish may be the page's only because somebody helped: then the mother tongue comes first.
      expect(mail!.locale).toBe(lang === 'da' ? 'ar' : lang)
      expect(mail!.to).toEqual({ name: 'Amal Nasser', address: 'amal@example.dk' })
      expect(JSON.stringify(mail)).not.toMatch(
        /flygtning|refugee|لاجئ|mentor|mentee|Nasser.*Nasser/i,
      )
      expect(await validateMailHtml(mail!.html)).toEqual([])
      const page = await site.get(`${linkIn(mail!)}?lang=${lang}`)
      expect(page.statusCode).toBe(200)
      expect(await validateHtml(page.body)).toEqual([])
    },
  )

  test('the coordinator sees that the address is not confirmed, until its link is used', async () => {
    await register()
    expect(await listOf()).toContain(unconfirmed)
    const link = linkIn((await writeMails(house))[0]!)
    await site.get(link)
    expect(await listOf()).toContain(unconfirmed)
    const confirmed = await site.post(link, {})
    expect([confirmed.statusCode, confirmed.headers.location]).toEqual([303, '/me'])
    const own = await site.get('/me', confirmed.cookies[0]!.value)
    expect(own.body).toContain('Amal')
    expect(await listOf()).not.toContain(unconfirmed)
    expect((await site.post(link, {})).statusCode).toBe(410)
  })

  test('the link works for seven days', async () => {
    await register()
    const link = linkIn((await writeMails(house))[0]!)
    house.clock.advance({ days: 7 })
    expect((await site.post(link, {})).statusCode).toBe(410)
    expect((await people())[0]!.emailUnconfirmedSince).not.toBeNull()
  })

  test('a person without e-mail gets no mail and is not marked as unconfirmed', async () => {
    await register({ email: '', phone: '12345678' })
    expect(await writeMails(house)).toEqual([])
    expect((await people())[0]!.emailUnconfirmedSince).toBeNull()
  })
})

describe('until the address is confirmed', () => {
  const registered = async () => {
    await register()
    const mails = await writeMails(house)
    const { id: enrolmentId, personId } = await house.db
      .selectFrom('enrolment')
      .select(['id', 'personId'])
      .executeTakeFirstOrThrow()
    await moveByHand(house.ctx(coordinatorOf('0461')), enrolmentId, { to: 'ready' })
    return { enrolmentId, personId, link: linkIn(mails[0]!) }
  }
  /** The mails and letters that an offer causes. */
  const offer = async (mentee: { enrolmentId: string; personId: string }) => {
    const mentor = await aMentor(house, { email: 'mentor@example.dk' })
    await anOffer(house, { mentor, mentee })
    const mails = (await writeMails(house)).map(({ to }) => to.address)
    const due = await transact(house.ctx(), (ctx) => listDue(ctx.db, '0461', ctx.now()))
    return { mails, letters: due.map(({ kind, personId }) => [kind, personId]) }
  }

  test('it gets no other mail: the person gets letters instead', async () => {
    const mentee = await registered()
    const { mails, letters } = await offer(mentee)
    expect(mails.sort()).toEqual(['mentor@example.dk', null].sort())
    expect(letters).toEqual([['offer', mentee.personId]])
  })

  test('it gets every mail once confirmed', async () => {
    const mentee = await registered()
    await site.post(mentee.link, {})
    const { mails, letters } = await offer(mentee)
    expect(mails.sort()).toEqual([typed.email, 'mentor@example.dk'].sort())
    expect(letters).toEqual([])
  })

  test('the mailed welcome is not due as a letter', async () => {
    await register()
    const due = await transact(house.ctx(), (ctx) => listDue(ctx.db, '0461', ctx.now()))
    expect(due).toEqual([])
  })

  test('asking for a link to the own page sends the confirmation mail again', async () => {
    await register()
    const [first] = await writeMails(house)
    await site.post('/link', { email: typed.email })
    const [again, ...others] = await writeMails(house)
    expect(others).toEqual([])
    expect([again!.to.address, again!.subject]).toEqual([typed.email, first!.subject])
    expect(linkIn(again!)).toContain('/welcome/')
    await site.post(linkIn(again!), {})
    await site.post('/link', { email: typed.email })
    expect(linkIn((await writeMails(house))[0]!)).toContain('/sign-in/')
  })

  test('asking for a link sends at most three mails a day too', async () => {
    await register()
    for (let times = 0; times < 6; times++) {
      await site.post('/link', { email: typed.email })
      house.clock.advance({ minutes: 20 })
    }
    expect(await writeMails(house)).toHaveLength(3)
  })
})

describe('an address that is already known', () => {
  test('gets the same answer as any other, and no existing record changes', async () => {
    await register({ name: 'Den Første' })
    await writeMails(house)
    const [before] = await people()
    const known = await register({ name: 'Den Anden', email: 'AMAL@example.dk' })
    const unknown = await register({ name: 'Den Tredje', email: 'tredje@example.dk' })
    const shown = ({ statusCode, headers, body }: typeof known) => ({
      statusCode,
      body,
      headers: { ...headers, date: '' },
    })
    expect(shown(known)).toEqual(shown(unknown))
    const stranger = aStranger(site)
    const byApi = async (email: string) => {
      const { statusCode, body } = await stranger.post('/mentees', menteeForm({ email }))
      return [statusCode, body.replace(/[0-9a-f-]{36}/g, '…')]
    }
    expect(await byApi('amal@example.dk')).toEqual(await byApi('nobody@example.dk'))
    const [after, ...others] = await people()
    expect(after).toEqual(before)
    expect(others).toHaveLength(4)
    const told = (await writeMails(house)).filter(({ text }) => text.includes('stod allerede'))
    expect(told.map(({ to }) => to.address?.toLowerCase())).toEqual(Array(2).fill(typed.email))
  })

  test('is mailed three times a day, however often it is registered', async () => {
    const answers = []
    for (let times = 0; times < 25; times++) {
      const email = times % 2 === 0 ? typed.email : typed.email.toUpperCase()
      answers.push((await register({ email })).statusCode)
    }
    expect(new Set(answers)).toEqual(new Set([303]))
    expect(await writeMails(house)).toHaveLength(3)
    house.clock.advance({ hours: 23 })
    await register()
    expect(await writeMails(house)).toEqual([])
    house.clock.advance({ hours: 1 })
    await register()
    expect(await writeMails(house)).toHaveLength(1)
    expect(await people()).toHaveLength(27)
  })
})

describe('a form that a bot may have filled in', () => {
  test.each([
    ['the invisible field', { website: 'https://spam.example' }],
    ['no time at all', { shownAt: '2026-11-23T09:00:00Z' }],
    ['two seconds', { shownAt: '2026-11-23T08:59:58Z' }],
    ['a time to come', { shownAt: '2027-01-01T00:00:00Z' }],
    ['no word of when it was shown', { shownAt: '' }],
    ['a time that is none', { shownAt: 'nu' }],
  ])('is shown once more with all that was typed: %s', async (_, sign) => {
    const answer = await register(sign)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('om det var et menneske')
    expect(answer.body).toContain('value="Amal Nasser"')
    expect(answer.body).toMatch(/value="3-evening"\s+checked/)
    expect(answer.body).not.toContain('spam.example')
    expect(await validateHtml(answer.body)).toEqual([])
    expect(await people()).toEqual([])
    const shownAt = /name="shownAt"\s+value="([^"]+)"/.exec(answer.body)![1]!
    house.clock.set(shownAt)
    house.clock.advance({ seconds: 3 })
    expect((await register({ shownAt })).statusCode).toBe(303)
  })

  test('is accepted from a coordinator, who helps a person at the desk', async () => {
    const session = await site.enter(await anAccount(house, { municipality: '0461' }))
    const { shownAt: _, ...form } = typed
    expect((await site.post('/mentee', form, session)).statusCode).toBe(303)
    // A coordinator's input counts as confirmed.
    expect((await people())[0]!.emailUnconfirmedSince).toBeNull()
  })
})

describe('more registrations than the limit', () => {
  test('are asked to try again, and keep what was typed', async () => {
    await house.db
      .insertInto('attempt')
      .values(Array(300).fill({ key: attemptKey('registrations'), at: house.clock.now() }))
      .execute()
    const answer = await register()
    expect(answer.statusCode).toBe(429)
    expect(answer.body).toContain('usædvanligt mange')
    expect(answer.body).toContain('value="Amal Nasser"')
    expect(await validateHtml(answer.body)).toEqual([])
    const byApi = await aStranger(site).post('/mentees', menteeForm())
    expect(byApi.statusCode).toBe(429)
    expect(await people()).toEqual([])
    house.clock.advance({ minutes: 15 })
    expect((await register()).statusCode).toBe(303)
  })
})
