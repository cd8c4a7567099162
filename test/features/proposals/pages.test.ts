import { beforeEach, describe, expect, test } from 'vitest'
import { anAccount } from '../../support/accounts.ts'
import { baseUrl, useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import {
  aDraft,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  countRows,
  linkIn,
  proposalOf,
  readyPair,
  writeMails,
} from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
let coordinator: string
beforeEach(async () => {
  await aProgramme(house)
  coordinator = await site.enter(await anAccount(house))
})

/** An offer, and the paths of the links in its mails. */
async function anAskedPair(given: { mentor?: object; mentee?: object } = {}) {
  const pair = {
    mentor: await aMentor(house, given.mentor),
    mentee: await aMentee(house, given.mentee),
  }
  const offer = await anOffer(house, pair)
  const mails = await writeMails(house)
  const linkTo = (personId: string) => linkIn(mails.find((mail) => mail.personId === personId)!)
  return {
    ...offer,
    mentorLink: linkTo(pair.mentor.personId),
    menteeLink: linkTo(pair.mentee.personId),
  }
}

describe('the page behind the link of a mail', () => {
  test('changes nothing by being viewed', async () => {
    const { proposalId, mentorLink } = await anAskedPair()
    const before = [await countRows(house), await proposalOf(house, proposalId)]
    for (let times = 0; times < 10; times++) {
      expect((await site.get(mentorLink)).statusCode).toBe(200)
      expect((await site.inject({ method: 'HEAD', url: mentorLink })).statusCode).toBe(200)
      await site.inject({ method: 'OPTIONS', url: mentorLink })
    }
    expect([await countRows(house), await proposalOf(house, proposalId)]).toEqual(before)
  })

  test('takes a yes, confirms it, and lets it be changed until both have answered', async () => {
    const { proposalId, mentorLink } = await anAskedPair()
    const answer = await site.post(mentorLink, { answer: 'yes' })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe(mentorLink)
    expect((await site.get(mentorLink)).body).toContain('Vi venter på svar')
    expect(
      (await site.post(mentorLink, { answer: 'no', declineCode: 'distance' })).statusCode,
    ).toBe(303)
    expect(await proposalOf(house, proposalId)).toMatchObject({
      state: 'declined',
      mentorAnswer: 'no',
      declineCode: 'distance',
    })
    expect((await site.get(mentorLink)).body).toContain('Forslaget er lukket')
  })

  test('opens the match with the second yes', async () => {
    const { mentorLink, menteeLink } = await anAskedPair()
    await site.post(mentorLink, { answer: 'yes' })
    await site.post(menteeLink, { answer: 'yes' })
    for (const link of [mentorLink, menteeLink])
      expect((await site.get(link)).body).toContain('I har begge sagt ja')
    expect((await house.db.selectFrom('match').select('id').execute()).length).toBe(1)
  })

  test('shows only the first name of the other', async () => {
    const mentor = {
      name: 'Hanne Kanariegård',
      email: 'kanarie.hanne@example.dk',
      phone: '+4511223344',
      birthYear: 1961,
    }
    const mentee = {
      name: 'Amal Kanariehaddad',
      email: 'kanarie.amal@example.dk',
      phone: '+4555667788',
      birthYear: 1987,
      residence: '0440',
    }
    const { mentorLink, menteeLink } = await anAskedPair({ mentor, mentee })
    const toMentor = (await site.get(mentorLink)).body
    const toMentee = (await site.get(menteeLink)).body
    expect(toMentor).toContain('Amal')
    expect(toMentee).toContain('Hanne')
    for (const canary of ['Kanariehaddad', 'kanarie.amal', '55667788', '1987', 'Kerteminde'])
      expect(toMentor).not.toContain(canary)
    for (const canary of ['Kanariegård', 'kanarie.hanne', '11223344', '1961'])
      expect(toMentee).not.toContain(canary)
  })

  test.each(oneOf(['da', 'en', 'ar']))(
    'is valid in %s before and after an answer',
    async (lang) => {
      const { mentorLink } = await anAskedPair()
      const open = await site.get(`${mentorLink}?lang=${lang}`)
      expect(await validateHtml(open.body)).toEqual([])
      // The reader of a mailed link has no page of their own.
      expect(open.body).not.toContain('<a href="/me">')
      const refused = await site.post(`${mentorLink}?lang=${lang}`, {})
      expect(refused.statusCode).toBe(422)
      expect(refused.body).toContain('href="#field-answer"')
      expect(await validateHtml(refused.body)).toEqual([])
      await site.post(mentorLink, { answer: 'yes' })
      expect(await validateHtml((await site.get(`${mentorLink}?lang=${lang}`)).body)).toEqual([])
      await site.post(mentorLink, { answer: 'no' })
      expect(await validateHtml((await site.get(`${mentorLink}?lang=${lang}`)).body)).toEqual([])
    },
  )

  test.each([
    ['from another site', { origin: 'https://evil.example' }],
    ['from nowhere', {}],
    ['from a page without an origin', { origin: 'null' }],
    ['that the browser calls foreign', { origin: baseUrl, 'sec-fetch-site': 'cross-site' }],
  ])('refuses an answer %s', async (_, headers) => {
    const { proposalId, mentorLink } = await anAskedPair()
    const answer = await site.inject({
      method: 'POST',
      url: mentorLink,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'answer=yes',
    })
    expect(answer.statusCode).toBe(403)
    expect(await proposalOf(house, proposalId)).toMatchObject({ mentorAnswer: null })
  })

  test('refuses another answer after both have said yes', async () => {
    const { mentorLink, menteeLink } = await anAskedPair()
    await site.post(mentorLink, { answer: 'yes' })
    await site.post(menteeLink, { answer: 'yes' })
    expect((await site.post(mentorLink, { answer: 'no' })).statusCode).toBe(409)
  })

  test('is closed once the offer has expired', async () => {
    const { mentorLink } = await anAskedPair()
    house.clock.advance({ days: 14 })
    expect((await site.get(mentorLink)).statusCode).toBe(410)
    expect((await site.post(mentorLink, { answer: 'yes' })).statusCode).toBe(410)
  })

  test.each(['a', 'A'.repeat(43), 'A'.repeat(101), '%00', '%F0%28'])(
    'is not found behind the made-up token %s',
    async (token) => {
      expect((await site.get(`/answer/${token}`)).statusCode).toBe(404)
    },
  )
})

describe('the queue of proposals', () => {
  test.each(oneOf(['da', 'en', 'ar']))(
    'shows drafts, offers and people without a proposal, in %s',
    async (lang) => {
      await readyPair(house)
      await aMentor(house, {
        name: 'Søndags Mentor',
        hours: [{ day: 7, from: '09:00', to: '12:00' }],
      })
      await site.post('/runs', {}, coordinator)
      await anOffer(house)
      const { statusCode, body } = await site.get(`/proposals?lang=${lang}`, coordinator)
      expect(statusCode).toBe(200)
      expect(await validateHtml(body)).toEqual([])
      const run = /href="(\/runs\/[\w-]+)"/.exec(body)![1]!
      const why = await site.get(`${run}?lang=${lang}`, coordinator)
      expect(why.body).toContain('Søndags Mentor')
      expect(await validateHtml(why.body)).toEqual([])
    },
  )

  test('counts all drafts and lists the best two hundred', async () => {
    const { proposalId } = await aDraft(house)
    const { id: _, ...draft } = await proposalOf(house, proposalId)
    const at = house.clock.now()
    const own = { municipality: '0461', createdAt: at }
    const people = await house.db
      .insertInto('person')
      .values(
        Array.from({ length: 209 }, (_, number) => ({
          ...own,
          ...({
            name: `Amal ${number}`,
            residence: '0461',
            channel: 'email',
            locale: 'ar',
          } as const),
        })),
      )
      .returning('id')
      .execute()
    const { programmeId } = draft
    const mentees = await house.db
      .insertInto('enrolment')
      .values(
        people.map(({ id }) => ({
          ...own,
          ...({
            programmeId,
            personId: id,
            role: 'mentee',
            state: 'ready',
            stateSince: at,
          } as const),
        })),
      )
      .returning('id')
      .execute()
    const explanation = JSON.stringify(draft.explanation)
    await house.db
      .insertInto('proposal')
      .values(mentees.map(({ id }) => ({ ...draft, explanation, menteeId: id })))
      .execute()
    const { body } = await site.get('/proposals', coordinator)
    expect(body).toContain('Venter på dig (210)')
    expect(body.match(/\/approve"/g)).toHaveLength(200)
    expect(body).toContain('Og 10 mere, der ikke er vist.')
  })

  test('approves with one button', async () => {
    const { proposalId } = await aDraft(house)
    const answer = await site.post(`/proposals/${proposalId}/approve`, {}, coordinator)
    expect(answer.statusCode).toBe(303)
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'offered' })
    expect((await site.post(`/proposals/${proposalId}/approve`, {}, coordinator)).statusCode).toBe(
      409,
    )
  })

  test('requires a reason to reject, and keeps what was typed', async () => {
    const { proposalId } = await aDraft(house)
    const reject = (reason: string) =>
      site.post(`/proposals/${proposalId}/reject`, { reason }, coordinator)
    expect((await reject(' ')).statusCode).toBe(422)
    const tooLong = await reject('for langt '.repeat(40))
    expect(tooLong.statusCode).toBe(422)
    expect(tooLong.body).toContain('for langt for langt')
    expect(tooLong.body).toContain('href="#field-reason"')
    expect(tooLong.body).toContain('id="field-reason"')
    expect(await validateHtml(tooLong.body)).toEqual([])
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'draft' })
    expect((await reject('De kender hinanden')).statusCode).toBe(303)
    const page = await site.get(`/proposals/${proposalId}`, coordinator)
    expect(page.body).toContain('De kender hinanden')
    expect(await validateHtml(page.body)).toEqual([])
  })

  test('shows when either of the two is away in the first weeks, and no other days', async () => {
    const pair = await readyPair(house)
    const { proposalId } = await aDraft(house, pair)
    const away = async (personId: string, startsOn: string, endsBefore: string) => {
      await house.db
        .insertInto('availabilityException')
        .values({
          ...{ municipality: '0461', personId },
          startsOn: Temporal.PlainDate.from(startsOn),
          endsBefore: Temporal.PlainDate.from(endsBefore),
        })
        .execute()
    }
    const shown = async () => {
      const { body } = await site.get(`/proposals/${proposalId}`, coordinator)
      expect(await validateHtml(body)).toEqual([])
      return body.replaceAll(/[\u2066-\u2069]/g, '').replaceAll(/\s+/g, ' ')
    }
    expect(await shown()).not.toContain('Fravær')
    const stranger = await aMentor(house)
    await away(stranger.personId, '2026-12-01', '2026-12-05')
    await away(pair.mentor.personId, '2026-11-01', '2026-11-23')
    await away(pair.mentee.personId, '2027-01-02', '2027-01-09')
    expect(await shown()).not.toContain('Fravær')
    await away(pair.mentor.personId, '2026-12-24', '2027-01-03')
    await away(pair.mentee.personId, '2026-11-23', '2026-11-24')
    const body = await shown()
    expect(body).toContain('Fravær de første uger')
    expect(body).toMatch(
      /Mette Holm \d+ er væk fra den 24. december 2026 til og med den 2. januar 2027/,
    )
    expect(body).toMatch(/Amal Nasser \d+ er væk den 23. november 2026/)
    expect(body.match(/er væk/g)).toHaveLength(2)
  })

  test('records an answer that was given by phone', async () => {
    const { proposalId } = await anOffer(house)
    const path = `/proposals/${proposalId}/answers`
    expect((await site.post(path, { party: 'mentor' }, coordinator)).statusCode).toBe(422)
    expect(
      (await site.post(path, { party: 'mentor', answer: 'yes' }, coordinator)).statusCode,
    ).toBe(303)
    expect(await proposalOf(house, proposalId)).toMatchObject({ mentorAnswer: 'yes' })
  })

  test('is forbidden for others than coordinators', async () => {
    const { proposalId } = await aDraft(house)
    const { proposalId: offered, mentor } = await anOffer(house)
    const administrator = await site.enter(await anAccount(house, { role: 'administrator' }))
    const elsewhere = await site.enter(await anAccount(house, { municipality: '0265' }))
    const person = await site.enter({ personId: mentor.personId })
    for (const path of ['/proposals', `/proposals/${proposalId}`]) {
      expect((await site.get(path)).statusCode).toBe(303)
      expect((await site.get(path, administrator)).statusCode).toBe(403)
      expect((await site.get(path, person)).statusCode).toBe(403)
    }
    expect((await site.get(`/proposals/${proposalId}`, elsewhere)).statusCode).toBe(404)
    expect((await site.post(`/proposals/${proposalId}/approve`, {}, elsewhere)).statusCode).toBe(
      404,
    )
    expect((await site.post(`/proposals/${proposalId}/approve`, {}, person)).statusCode).toBe(403)
    expect(
      (await site.post(`/proposals/${offered}/answers`, { party: 'mentor', answer: 'yes' }, person))
        .statusCode,
    ).toBe(403)
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'draft' })
  })
})

describe('the page of a person', () => {
  test.each(oneOf(['da', 'en', 'ar']))(
    'shows the offer, and takes the answer, in %s',
    async (lang) => {
      const { proposalId, mentee } = await anOffer(house)
      const session = await site.enter({ personId: mentee.personId })
      const own = await site.get(`/me?lang=${lang}`, session)
      expect(own.statusCode).toBe(200)
      expect(own.body).toContain(`/me/proposals/${proposalId}`)
      expect(await validateHtml(own.body)).toEqual([])
      const page = await site.get(`/me/proposals/${proposalId}?lang=${lang}`, session)
      expect(await validateHtml(page.body)).toEqual([])
      expect(
        (await site.post(`/me/proposals/${proposalId}`, { answer: 'yes' }, session)).statusCode,
      ).toBe(303)
      expect(await proposalOf(house, proposalId)).toMatchObject({ menteeAnswer: 'yes' })
      const answered = await site.get(`/me/proposals/${proposalId}?lang=${lang}`, session)
      expect(answered.body).toContain('<a href="/me">')
    },
  )

  test('does not show offers of other people', async () => {
    const { proposalId } = await anOffer(house)
    const stranger = await aMentee(house)
    const session = await site.enter({ personId: stranger.personId })
    expect((await site.get(`/me/proposals/${proposalId}`, session)).statusCode).toBe(404)
    const answer = await site.post(`/me/proposals/${proposalId}`, { answer: 'no' }, session)
    expect(answer.statusCode).toBe(404)
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'offered' })
  })
})
