import { beforeEach, expect, test } from 'vitest'
import { useSite } from '../../../support/app.ts'
import { aClient, type Client } from '../../../support/client.ts'
import { useHouse } from '../../../support/house.ts'
import { anAccount } from '../../../support/accounts.ts'
import { aContact, aMentee, aMentor, aProgramme, coordinatorOf } from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let client: Client
let programme: Awaited<ReturnType<typeof aProgramme>>
beforeEach(async () => {
  programme = await aProgramme(house)
  client = await aClient(house, site, programme.coordinator)
})

const pathOf = ({ enrolmentId }: { enrolmentId: string }) => `/enrolments/${enrolmentId}/profile`
const etagOf = (answer: { headers: Record<string, unknown> }) => String(answer.headers.etag)

test('a client reads a profile, changes the given fields and keeps the rest', async () => {
  const mentor = await aMentor(house, { phone: '+4520304050', birthYear: 1980 })
  const read = await client.get(pathOf(mentor))
  expect(read.json()).toMatchObject({ role: 'mentor', birthYear: 1980, offers: ['dansk', 'it'] })
  const away = [{ from: '2026-12-24', to: '2027-01-01' }]
  const patch = { interests: ['musik'], birthYear: null, away }
  const changed = await client.patch(pathOf(mentor), patch, etagOf(read))
  expect(changed.statusCode).toBe(200)
  expect(changed.json()).toEqual({ ...read.json(), ...patch })
  expect(etagOf(changed)).not.toBe(etagOf(read))
  const again = await client.get(pathOf(mentor))
  expect([again.json(), etagOf(again)]).toEqual([changed.json(), etagOf(changed)])
})

test('a change requires a version, which must be the current one', async () => {
  const mentee = await aMentee(house)
  const read = await client.get(pathOf(mentee))
  const patch = { interests: ['musik'] }
  expect((await client.patch(pathOf(mentee), patch)).json()).toMatchObject({
    type: '/problems/precondition-required',
    status: 428,
  })
  expect((await client.patch(pathOf(mentee), patch, etagOf(read))).statusCode).toBe(200)
  for (const stale of [etagOf(read), '"x"', `W/${etagOf(read)}`, '"99"', '*'])
    expect((await client.patch(pathOf(mentee), { interests: [] }, stale)).json()).toMatchObject({
      type: '/problems/precondition-failed',
      status: 412,
    })
  expect((await client.get(pathOf(mentee))).json().interests).toEqual(['musik'])
})

test('an invalid change is refused with an error per field, as in the form, and changes nothing', async () => {
  const mentor = await aMentor(house)
  const read = await client.get(pathOf(mentor))
  const refusals = [
    [{ name: 'Mette 010190-1234' }, { pointer: '/name', code: 'cpr' }],
    [{ name: null }, { pointer: '/name', code: 'invalid' }],
    [{ languages: [] }, { pointer: '/languages', code: 'tooFew' }],
    [
      { email: null, channel: 'email' },
      { pointer: '/email', code: 'contact' },
    ],
    [{ needs: [{ topic: 'it' }] }, { pointer: '/needs', code: 'unknownField' }],
    [{ state: 'ready' }, { pointer: '/state', code: 'unknownField' }],
  ] as const
  for (const [patch, error] of refusals) {
    const answer = await client.patch(pathOf(mentor), patch, etagOf(read))
    expect(answer.json()).toMatchObject({ status: 422, errors: [error] })
  }
  expect((await client.get(pathOf(mentor))).json()).toEqual(read.json())
})

test('a profile of another municipality is answered like an unknown one', async () => {
  const mentor = await aMentor(house)
  const foreign = await aClient(house, site, coordinatorOf('0265'))
  for (const answer of [
    await foreign.get(pathOf(mentor)),
    await foreign.patch(pathOf(mentor), { interests: [] }, '"1"'),
  ])
    expect(answer.statusCode).toBe(404)
})

test('a contact has no profile to change, by API or by page', async () => {
  const contact = await aContact(house, programme)
  const refused = await client.patch(pathOf(contact), { interests: ['musik'] }, '"1"')
  expect(refused.json()).toMatchObject({ status: 409, state: 'contacted' })
  const coordinator = await site.enter(await anAccount(house))
  const path = `/people/${contact.enrolmentId}`
  expect((await site.get(path, coordinator)).body).not.toContain(`${path}/profile`)
})
