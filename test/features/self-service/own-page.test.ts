import { beforeEach, describe, expect, test } from 'vitest'
import { resumePaused } from '../../../src/features/people/transitions/by-hand/resume.ts'
import { profileFromForm, valuesOf } from '../../../src/features/people/profile/form.ts'
import { readProfile } from '../../../src/features/people/profile/read-profile.ts'
import { ChangeMenteeProfile } from '../../../src/features/people/profile/schema.ts'
import type { FormBody } from '../../../src/web/form.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import {
  aDraft,
  aMatch,
  aMentee,
  anOffer,
  aProgramme,
  type Party,
  proposalOf,
  stateOf,
  writeMails,
} from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
let mentee: Party
let session: string

const role = (action: string) => `/me/roles/${mentee.enrolmentId}/${action}`

beforeEach(async () => {
  await aProgramme(house)
  mentee = await aMentee(house, {
    languages: [
      { tag: 'ti', level: 'B1', reads: true, canInterpret: true },
      { tag: 'sv', level: 'A1' },
    ],
    hours: [{ day: 6, from: '17:15', to: '24:00' }],
    needs: [
      { topic: 'it', importance: 1 },
      { topic: 'job', importance: 3 },
    ],
    interests: ['musik'],
    furthestDistanceKm: 12,
    ageWish: { from: 30, isMust: true },
    wish: { sex: 'woman', isMust: true },
    away: [{ from: '2026-12-20', to: '2027-01-03' }],
    address: { street: 'Bøgevej 3', postcode: '5240', town: 'Odense NØ' },
  })
  session = await site.enter({ personId: mentee.personId })
})

describe('a person’s own page', () => {
  test.each(oneOf(['da', 'en', 'ar']))('is valid in %s', async (lang) => {
    for (const path of ['/me', role('profile'), '/link']) {
      const page = await site.get(`${path}?lang=${lang}`, path === '/link' ? undefined : session)
      expect(page.statusCode).toBe(200)
      expect(await validateHtml(page.body)).toEqual([])
    }
  })

  test('loses no data when the profile form is sent unchanged', async () => {
    const profile = await readProfile(house.ctx(), mentee.enrolmentId)
    const form: FormBody = valuesOf(profile)
    const again = ChangeMenteeProfile.parse(profileFromForm('mentee', form))
    // The address in use is shown but not sent: only a mailed link changes it.
    const { emailInUse: _, ...known } = profile.command
    expect(again).toEqual({ ...known, needs: expect.arrayContaining(again.needs) })
  })

  test('takes a change, and shows the errors of a refused form', async () => {
    const form = valuesOf(await readProfile(house.ctx(), mentee.enrolmentId))
    const sent = Object.fromEntries(
      Object.entries(form).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, typeof value === 'string' ? value : [...value]]],
      ),
    )
    const wrong = await site.post(role('profile'), { ...sent, 'hours-to-0': '16:00' }, session)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('value="16:00"')
    expect(await validateHtml(wrong.body)).toEqual([])
    const right = await site.post(role('profile'), { ...sent, 'hours-to-0': '20:00' }, session)
    expect(right.headers.location).toBe('/me')
    const { command } = await readProfile(house.ctx(), mentee.enrolmentId)
    expect(command.hours).toEqual([{ day: 6, from: '17:15', to: '20:00' }])
    const late = await site.post(role('profile'), { ...sent, 'hours-to-0': '21:00' }, session)
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('value="21:00"')
    expect(await validateHtml(late.body)).toEqual([])
    const { version } = (await readProfile(house.ctx(), mentee.enrolmentId)).command
    const knowingly = { ...sent, version: String(version), 'hours-to-0': '21:00' }
    expect((await site.post(role('profile'), knowingly, session)).statusCode).toBe(303)
  })
})

describe('taking a break', () => {
  test('lasts until the given day, then the person is ready again', async () => {
    const paused = await site.post(role('pause'), { until: '2027-01-10' }, session)
    expect(paused.headers.location).toBe('/me')
    expect(await stateOf(house, mentee.enrolmentId)).toBe('paused')
    house.clock.set('2027-01-09T04:15Z')
    await resumePaused(house.ctx())
    expect(await stateOf(house, mentee.enrolmentId)).toBe('paused')
    house.clock.set('2027-01-10T04:15Z')
    await resumePaused(house.ctx())
    expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
  })

  test('without a day lasts until the person ends it', async () => {
    await site.post(role('pause'), {}, session)
    house.clock.set('2030-01-01T04:15Z')
    await resumePaused(house.ctx())
    house.clock.reset()
    expect(await stateOf(house, mentee.enrolmentId)).toBe('paused')
    await site.post(role('return'), {}, session)
    expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
  })

  test('can be ended by the person only if they are paused', async () => {
    const registered = await aMentee(house, { state: 'registered' })
    const by = await site.enter({ personId: registered.personId })
    const answer = await site.post(`/me/roles/${registered.enrolmentId}/return`, {}, by)
    expect(answer.statusCode).toBe(409)
    expect(await stateOf(house, registered.enrolmentId)).toBe('registered')
  })

  test('until a past day is refused with a message', async () => {
    const answer = await site.post(role('pause'), { until: '2026-11-01' }, session)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="2026-11-01"')
    expect(await validateHtml(answer.body)).toEqual([])
  })
})

describe('leaving', () => {
  test('ends the participation', async () => {
    await site.post(role('leave'), {}, session)
    expect(await stateOf(house, mentee.enrolmentId)).toBe('left')
  })

  test('withdraws an open offer without declining it, and keeps the other’s place in the queue', async () => {
    const { mentor, mentee: other, proposalId } = await anOffer(house)
    const draft = await aDraft(house, { mentor, mentee: await aMentee(house) })
    const since = await readySince(other)
    house.clock.advance({ hours: 1 })
    const by = await site.enter({ personId: mentor.personId })
    const answer = await site.post(`/me/roles/${mentor.enrolmentId}/leave`, {}, by)
    expect(answer.statusCode).toBe(303)
    expect(await stateOf(house, mentor.enrolmentId)).toBe('left')
    expect(await stateOf(house, other.enrolmentId)).toBe('ready')
    expect(await readySince(other)).toEqual(since)
    for (const id of [proposalId, draft.proposalId])
      expect(await proposalOf(house, id)).toMatchObject({ state: 'withdrawn', declineCode: null })
    // No mails are pending.
    expect(await writeMails(house)).toEqual([])
  })

  async function readySince({ enrolmentId }: Party) {
    const row = await house.db
      .selectFrom('enrolment')
      .select('readySince')
      .where('id', '=', enrolmentId)
      .executeTakeFirstOrThrow()
    return row.readySince?.toString()
  }

  test('warns beforehand that the match would end', async () => {
    const { personId } = (await aMatch(house)).mentee
    const { body } = await site.get('/me', await site.enter({ personId }))
    expect(body).toContain('Så slutter dit makkerpar')
  })
})
