import { beforeEach, describe, expect, test } from 'vitest'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { setReconfirmation } from '../../../src/features/programmes/set-reconfirmation.ts'
import { answerReconfirmation } from '../../../src/features/requirements/reconfirmation/answer.ts'
import { useSite } from '../../support/app.ts'
import { lookAfterEveryone } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMatch,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  countRows,
  linkIn,
  type Programme,
  stateOf,
  writeMails,
} from '../../support/people.ts'
import { openKinds } from '../../support/tasks.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const look = () => lookAfterEveryone(house)
const asked = () => house.db.selectFrom('reconfirmation').selectAll().orderBy('askedAt').execute()

async function askedMentee(given: Parameters<typeof aMentee>[1] = {}) {
  const mentee = await aMentee(house, given)
  house.clock.advance({ days: 90 })
  await look()
  const [mail] = await writeMails(house)
  return { ...mentee, mail: mail!, link: linkIn(mail!) }
}

describe('asking people who have waited for long', () => {
  test('happens after ninety days, once, in their language, with a neutral mail', async () => {
    await aMentee(house, { locale: 'ar' })
    house.clock.advance({ days: 89 })
    await look()
    expect(await asked()).toEqual([])
    house.clock.advance({ days: 1 })
    await look()
    await look()
    expect(await asked()).toHaveLength(1)
    const mails = await writeMails(house)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ locale: 'ar', subject: 'سؤال من المكتبة' })
    expect(`${mails[0]!.subject} ${mails[0]!.text}`).not.toMatch(/flygtning|refugee|لاجئ/i)
  })

  test('includes mentors, and excludes people with an offer or a match', async () => {
    await anOffer(house)
    await aMatch(house)
    house.clock.advance({ days: 100 })
    await look()
    expect(await asked()).toEqual([])
    const { enrolmentId } = await aMentor(house)
    house.clock.advance({ days: 90 })
    await look()
    expect((await asked()).map((row) => row.enrolmentId)).toContain(enrolmentId)
  })

  test('follows the programme’s settings', async () => {
    const days = { afterDays: 30, answerDays: 3 }
    await setReconfirmation(house.ctx(programme.coordinator), '0461', days)
    await aMentee(house)
    house.clock.advance({ days: 30 })
    await look()
    expect((await asked())[0]!.answerBy.toString()).toBe('2026-12-26T09:00:00Z')
  })

  test('is a task for the coordinator when there is no e-mail address, and pauses no one', async () => {
    const { enrolmentId } = await aMentee(house, { email: undefined, phone: '+4512345678' })
    house.clock.advance({ days: 90 })
    await look()
    expect(await writeMails(house).catch(() => [])).toEqual([])
    expect(await openKinds(house)).toEqual(['reconfirmation_by_phone'])
    house.clock.advance({ days: 8 })
    await look()
    expect(await stateOf(house, enrolmentId)).toBe('ready')
    const by = house.ctx(programme.coordinator)
    await answerReconfirmation(by, enrolmentId, { answer: 'no' })
    expect(await stateOf(house, enrolmentId)).toBe('paused')
    expect(await openKinds(house)).toEqual([])
    expect((await asked())[0]!.answeredBy).toBe(`staff:${programme.coordinator.id}`)
  })
})

describe('the page behind the link', () => {
  test('changes nothing by being viewed', async () => {
    const { link } = await askedMentee()
    const before = await countRows(house)
    const page = await site.get(link)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Stadig interesseret?')
    expect(await countRows(house)).toEqual(before)
    expect((await asked())[0]!.answer).toBeNull()
  })

  test('takes a yes: the wait continues, and the person is asked again ninety days later', async () => {
    const { link, enrolmentId } = await askedMentee()
    const answer = await site.post(link, { answer: 'yes' })
    expect(answer.statusCode).toBe(303)
    expect((await site.get(link)).body).toContain('Du er stadig med')
    house.clock.advance({ days: 8 })
    await look()
    expect(await stateOf(house, enrolmentId)).toBe('ready')
    house.clock.advance({ days: 81 })
    await look()
    expect(await asked()).toHaveLength(1)
    house.clock.advance({ days: 1 })
    await look()
    expect(await asked()).toHaveLength(2)
  })

  test('takes a no: the person is paused, not deleted, and cannot answer otherwise', async () => {
    const { link, enrolmentId } = await askedMentee()
    await site.post(link, { answer: 'no' })
    expect(await stateOf(house, enrolmentId)).toBe('paused')
    expect((await site.post(link, { answer: 'no' })).statusCode).toBe(303)
    expect((await site.post(link, { answer: 'yes' })).statusCode).toBe(409)
    expect((await site.post(link, { answer: 'maybe' })).statusCode).toBe(422)
    expect((await site.get(`${link}x`)).statusCode).toBe(404)
  })
})

describe('no answer', () => {
  test('pauses after seven days, with a task, and a late yes ends the pause', async () => {
    const { link, enrolmentId } = await askedMentee()
    house.clock.advance({ days: 6, hours: 23 })
    await look()
    expect(await stateOf(house, enrolmentId)).toBe('ready')
    house.clock.advance({ hours: 1 })
    await look()
    expect(await stateOf(house, enrolmentId)).toBe('paused')
    expect(await openKinds(house)).toEqual(['reconfirmation_unanswered'])
    expect(await house.db.selectFrom('person').selectAll().execute()).toHaveLength(1)
    await site.post(link, { answer: 'yes' })
    expect(await stateOf(house, enrolmentId)).toBe('ready')
    expect(await openKinds(house)).toEqual([])
  })

  test('leaves a pause by the coordinator in force after a late yes', async () => {
    const { link, enrolmentId } = await askedMentee()
    await moveByHand(house.ctx(programme.coordinator), enrolmentId, { to: 'paused' })
    house.clock.advance({ days: 8 })
    await look()
    expect(await openKinds(house)).toEqual([])
    await site.post(link, { answer: 'yes' })
    expect(await stateOf(house, enrolmentId)).toBe('paused')
  })
})
