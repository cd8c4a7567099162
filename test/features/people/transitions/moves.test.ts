import { beforeEach, describe, expect, test } from 'vitest'
import { moveByHand } from '../../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { moveEnrolment } from '../../../../src/features/people/transitions/move-enrolment.ts'
import { recordContact } from '../../../../src/features/people/registration/contact/record-contact.ts'
import { registerContact } from '../../../../src/features/people/registration/register.ts'
import {
  enrolmentStates,
  RecordContact,
  RegisterMentee,
} from '../../../../src/features/people/schema.ts'
import { answerProposal } from '../../../../src/features/proposals/answer.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { aClient } from '../../../support/client.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml } from '../../../support/html.ts'
import {
  aContact,
  aMatch,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  coordinatorOf,
  countRows,
  menteeForm,
  type Programme,
  stateOf,
} from '../../../support/people.ts'
import { oneOf } from '../../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const enrolmentOf = (id: string) =>
  house.db.selectFrom('enrolment').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** The moves of a coordinator, stated independently of the code; all others are refused. */
const drawn = {
  mentor: {
    registered: ['interview_booked', 'interviewed', 'rejected', 'left'],
    interview_booked: ['interviewed', 'rejected', 'left'],
    interviewed: ['selected', 'rejected', 'left'],
    selected: ['requirements_pending', 'ready', 'left'],
    requirements_pending: ['ready', 'left'],
    ready: ['paused', 'suspended', 'left'],
    paused: ['ready', 'left'],
    suspended: ['ready', 'left'],
  },
  mentee: {
    contacted: ['interested', 'not_interested', 'no_answer'],
    interested: ['not_interested', 'no_answer', 'left'],
    no_answer: ['interested', 'not_interested'],
    not_interested: ['interested'],
    registered: ['screened', 'ready', 'left'],
    screened: ['ready', 'left'],
    ready: ['paused', 'left'],
    offered: ['left'],
    matched: ['paused', 'left'],
    paused: ['ready', 'left'],
  },
} as Record<'mentor' | 'mentee', Record<string, string[]>>

/** Moves caused by a registration, a cancelled interview or an answer. */
const byProcess = {
  mentor: { interview_booked: ['registered'] },
  mentee: {
    contacted: ['registered'],
    interested: ['registered'],
    no_answer: ['registered'],
    not_interested: ['registered'],
    ready: ['offered', 'matched'],
    offered: ['ready', 'matched'],
    matched: ['ready'],
    paused: ['matched'],
  },
} as Record<'mentor' | 'mentee', Record<string, string[]>>

describe('moving a person by hand', () => {
  test.each(['mentor', 'mentee'] as const)(
    'allows exactly the listed moves of a %s',
    async (role) => {
      const ctx = house.ctx(programme.coordinator)
      const { enrolmentId } = await (role === 'mentor' ? aMentor(house) : aMentee(house))
      for (const from of enrolmentStates)
        for (const to of enrolmentStates) {
          await house.db
            .updateTable('enrolment')
            .set({ state: from })
            .where('id', '=', enrolmentId)
            .execute()
          const outcome = await moveByHand(ctx, enrolmentId, { to, reason: 'Aftalt' }).catch(
            (error) => ({ type: error.type, status: error.status, state: error.state }),
          )
          const isDrawn = drawn[role][from]?.includes(to) ?? false
          const refused = { type: 'state-conflict', status: 409, state: from }
          expect([from, to, outcome]).toEqual([from, to, isDrawn ? undefined : refused])
          expect(await stateOf(house, enrolmentId)).toBe(isDrawn ? to : from)
        }
    },
    60_000,
  )

  test.each(['mentor', 'mentee'] as const)(
    'leaves the other moves of a %s to registration, offers and matches',
    async (role) => {
      const { enrolmentId } = await (role === 'mentor' ? aMentor(house) : aMentee(house))
      for (const from of enrolmentStates)
        for (const to of enrolmentStates) {
          await house.db
            .updateTable('enrolment')
            .set({ state: from })
            .where('id', '=', enrolmentId)
            .execute()
          const outcome = await moveEnrolment(house.ctx(), enrolmentId, { to }).catch((error) => ({
            type: error.type,
            status: error.status,
            state: error.state,
          }))
          const steps = [...(drawn[role][from] ?? []), ...(byProcess[role][from] ?? [])]
          const refused = { type: 'state-conflict', status: 409, state: from }
          expect([from, to, outcome]).toEqual([from, to, steps.includes(to) ? undefined : refused])
        }
    },
    60_000,
  )

  test.each([
    ['mentor', 'rejected'],
    ['mentor', 'left'],
    ['mentee', 'left'],
  ] as const)('ends the way of a %s as %s only with a reason', async (role, to) => {
    const { enrolmentId } = await (role === 'mentor'
      ? aMentor(house, { state: 'registered' })
      : aMentee(house, { state: 'registered' }))
    const ctx = house.ctx(programme.coordinator)
    await expect(moveByHand(ctx, enrolmentId, { to })).rejects.toMatchObject({
      type: 'invalid-input',
      fields: [{ pointer: '/reason', code: 'required' }],
    })
    expect(await stateOf(house, enrolmentId)).toBe('registered')
    await moveByHand(ctx, enrolmentId, { to, reason: 'Har ikke tid' })
    expect(await stateOf(house, enrolmentId)).toBe(to)
  })

  test('records who moved the person, when and why', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    house.clock.advance({ days: 2 })
    const move = { to: 'rejected', reason: 'Kan kun om natten' } as const
    await moveByHand(house.ctx(programme.coordinator), enrolmentId, move)
    const steps = await house.db
      .selectFrom('enrolmentTransition')
      .selectAll()
      .where('enrolmentId', '=', enrolmentId)
      .orderBy('at')
      .execute()
    expect(steps.at(-1)).toMatchObject({
      fromState: 'registered',
      toState: 'rejected',
      reason: 'Kan kun om natten',
      actor: `staff:${programme.coordinator.id}`,
    })
    expect(steps.at(-1)?.at.toString()).toBe('2026-11-25T09:00:00Z')
    expect((await enrolmentOf(enrolmentId)).stateSince.toString()).toBe('2026-11-25T09:00:00Z')
  })

  test('finds no one of another municipality', async () => {
    const { enrolmentId } = await aMentor(house, { state: 'registered' })
    const ctx = house.ctx(coordinatorOf('0265'))
    await expect(moveByHand(ctx, enrolmentId, { to: 'interviewed' })).rejects.toMatchObject({
      type: 'not-found',
    })
    expect(await stateOf(house, enrolmentId)).toBe('registered')
  })
})

describe('waiting for a mentor', () => {
  const waitOf = async (id: string) => (await enrolmentOf(id)).readySince?.toString() ?? null

  test('begins when a person becomes ready', async () => {
    const { enrolmentId } = await aMentee(house, { state: 'registered' })
    expect(await waitOf(enrolmentId)).toBeNull()
    house.clock.advance({ hours: 1 })
    await moveByHand(house.ctx(programme.coordinator), enrolmentId, { to: 'ready' })
    expect(await waitOf(enrolmentId)).toBe('2026-11-23T10:00:00Z')
  })

  test('continues under an offer and after it was declined', async () => {
    const { proposalId, mentee } = await anOffer(house)
    house.clock.advance({ days: 6 })
    expect(await waitOf(mentee.enrolmentId)).toBe('2026-11-23T09:00:00Z')
    await answerProposal(house.ctx(), proposalId, 'mentor', { answer: 'no' })
    expect(await waitOf(mentee.enrolmentId)).toBe('2026-11-23T09:00:00Z')
  })

  test('ends with a match, and starts over after a pause', async () => {
    const { mentee } = await aMatch(house)
    expect(await waitOf(mentee.enrolmentId)).toBeNull()
    const { enrolmentId } = await aMentee(house)
    const ctx = house.ctx(programme.coordinator)
    await moveByHand(ctx, enrolmentId, { to: 'paused' })
    expect(await waitOf(enrolmentId)).toBeNull()
    house.clock.advance({ days: 1 })
    await moveByHand(ctx, enrolmentId, { to: 'ready' })
    expect(await waitOf(enrolmentId)).toBe('2026-11-24T09:00:00Z')
  })
})

describe('recording a contact', () => {
  const record = (contact: object) =>
    recordContact(house.ctx(programme.coordinator), RecordContact.parse(contact))

  test('stores a name and the partner, and nothing else', async () => {
    const { enrolmentId, personId } = await record({
      name: 'Yusuf Ali',
      residence: '0440',
      partnerId: programme.partnerId,
    })
    expect(await enrolmentOf(enrolmentId)).toMatchObject({
      role: 'mentee',
      state: 'contacted',
      municipality: '0461',
      sourcePartnerId: programme.partnerId,
    })
    const person = await house.db
      .selectFrom('person')
      .selectAll()
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    expect(person).toMatchObject({
      residence: '0440',
      channel: 'partner',
      email: null,
      phone: null,
    })
    for (const table of ['consent', 'mail', 'personLanguage'] as const)
      expect(await house.db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  test('refuses a municipality that no programme serves, and another municipality’s partner', async () => {
    await expect(record({ name: 'Yusuf', residence: '0101' })).rejects.toMatchObject({
      fields: [{ pointer: '/residence', code: 'area' }],
    })
    const other = await aProgramme(house, { municipality: '0265' })
    await expect(record({ name: 'Yusuf', residence: '0265' })).rejects.toMatchObject({
      fields: [{ pointer: '/residence', code: 'area' }],
    })
    await expect(
      record({ name: 'Yusuf', residence: '0461', partnerId: other.partnerId }),
    ).rejects.toMatchObject({ fields: [{ pointer: '/partnerId', code: 'choice' }] })
  })

  test('refuses a coordinator of another municipality', async () => {
    const before = await countRows(house)
    const contact = RecordContact.parse({ name: 'Yusuf', residence: '0461' })
    await expect(recordContact(house.ctx(coordinatorOf('0265')), contact)).rejects.toThrow()
    expect(await countRows(house)).toEqual(before)
  })
})

describe('registering a contact', () => {
  const register = (id: string, given = {}) =>
    registerContact(
      house.ctx(programme.coordinator),
      id,
      RegisterMentee.parse(menteeForm({ locale: 'ar', ...given })),
    )

  test('completes the same person, with consent, and keeps the referring partner', async () => {
    const contact = await aContact(house, programme, { partnerId: programme.partnerId })
    const { personId, enrolmentId } = await register(contact.enrolmentId, { name: 'Yusuf A. Ali' })
    expect({ personId, enrolmentId }).toEqual(contact)
    expect(await enrolmentOf(enrolmentId)).toMatchObject({
      state: 'registered',
      sourcePartnerId: programme.partnerId,
    })
    const people = await house.db.selectFrom('person').selectAll().execute()
    expect(people).toMatchObject([{ name: 'Yusuf A. Ali', locale: 'ar', channel: 'email' }])
    const consents = await house.db.selectFrom('consent').selectAll().execute()
    expect(consents).toMatchObject([{ personId, locale: 'ar' }])
    const steps = await house.db
      .selectFrom('enrolmentTransition')
      .select(['fromState', 'toState'])
      .orderBy('id')
      .execute()
    expect(steps).toEqual([
      { fromState: null, toState: 'contacted' },
      { fromState: 'contacted', toState: 'registered' },
    ])
  })

  test('refuses a person who is already registered, and a mentor', async () => {
    const { enrolmentId } = await aMentee(house)
    await expect(register(enrolmentId)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'ready',
    })
    const mentor = await aMentor(house)
    await expect(register(mentor.enrolmentId)).rejects.toMatchObject({ type: 'state-conflict' })
  })
})

describe('working with people by page and API', () => {
  test('lists only people of the own municipality', async () => {
    await aProgramme(house, { municipality: '0265' })
    await aMentor(house, { name: 'Mentor fra Odense' })
    await aMentor(house, { name: 'Mentor fra Roskilde', residence: '0265' })
    const coordinator = await site.enter(await anAccount(house))
    const { body } = await site.get('/people', coordinator)
    expect(body).toContain('Mentor fra Odense')
    expect(body).not.toContain('Mentor fra Roskilde')
    const client = await aClient(house, site, programme.coordinator)
    const names = (await client.get('/enrolments')).json().data
    expect(names).toMatchObject([{ name: 'Mentor fra Odense', role: 'mentor', state: 'ready' }])
    expect((await client.get('/enrolments?role=mentee')).json().data).toEqual([])
    expect((await client.get('/enrolments?role=friend')).statusCode).toBe(422)
  })

  test.each(oneOf(['da', 'en', 'ar']))(
    'every page of people is translated to %s and valid HTML',
    async (lang) => {
      const coordinator = await site.enter(await anAccount(house))
      const contact = await aContact(house, programme)
      const mentor = await aMentor(house, { wish: { sex: 'woman' } })
      for (const path of [
        '/people',
        '/people?role=mentor&state=ready',
        '/people/contacts/new',
        `/people/${contact.enrolmentId}`,
        `/people/${mentor.enrolmentId}`,
        `/people/${contact.enrolmentId}/registration`,
      ]) {
        const answer = await site.get(
          `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`,
          coordinator,
        )
        expect([path, answer.statusCode]).toEqual([path, 200])
        expect(await validateHtml(answer.body)).toEqual([])
      }
    },
  )

  test('requires a reason for an ending on the page', async () => {
    const coordinator = await site.enter(await anAccount(house))
    const { enrolmentId } = await aMentor(house)
    const path = `/people/${enrolmentId}`
    const refused = await site.post(`${path}/moves`, { to: 'left' }, coordinator)
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#field-reason"')
    expect(await validateHtml(refused.body)).toEqual([])
    const moved = await site.post(
      `${path}/moves`,
      { to: 'left', reason: 'Er flyttet' },
      coordinator,
    )
    expect(moved.statusCode).toBe(303)
    expect((await site.get(path, coordinator)).body).toContain('Er flyttet')
  })

  test('records and registers a contact by page and by API', async () => {
    const coordinator = await site.enter(await anAccount(house))
    const form = { name: 'Yusuf Ali', residence: '0440', partnerId: programme.partnerId }
    expect((await site.post('/people/contacts', form, coordinator)).statusCode).toBe(303)
    const elsewhere = await site.post(
      '/people/contacts',
      { ...form, residence: '0101' },
      coordinator,
    )
    expect(elsewhere.statusCode).toBe(422)
    expect(elsewhere.body).toContain('value="Yusuf Ali"')
    expect(await validateHtml(elsewhere.body)).toEqual([])
    const client = await aClient(house, site, programme.coordinator)
    const recorded = await client.post('/contacts', { name: 'Amal', residence: '0461' })
    expect(recorded.statusCode).toBe(201)
    const path = `/enrolments/${recorded.json().enrolmentId}/registration`
    const registered = await client.post(path, menteeForm())
    expect(registered.statusCode).toBe(201)
    expect((await client.post(path, menteeForm())).json()).toMatchObject({
      type: '/problems/state-conflict',
      state: 'registered',
    })
    const moves = `/enrolments/${recorded.json().enrolmentId}/moves`
    expect((await client.post(moves, { to: 'ready' })).statusCode).toBe(204)
    expect((await client.post(moves, { to: 'matched' })).json()).toMatchObject({
      status: 409,
      state: 'ready',
    })
  })
})
