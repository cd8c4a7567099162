import { beforeEach, describe, expect, test } from 'vitest'
import { answerMeeting } from '../../../src/features/meetings/answers/answer.ts'
import { cancelMeeting } from '../../../src/features/meetings/changes/cancel.ts'
import { moveMeeting } from '../../../src/features/meetings/changes/move.ts'
import { useSite } from '../../support/app.ts'
import { work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { fingerprint, useFixture } from '../../support/municipality.ts'
import {
  aMeeting,
  aMentee,
  aMentor,
  aProgramme,
  linkIn,
  type Programme,
  writeMails,
} from '../../support/people.ts'
import { openKinds } from '../../support/tasks.ts'

const house = useHouse()
const site = useSite(house)
const canary = { name: 'Hanne Kanariegård', email: 'kanarie.hanne@example.dk', phone: '87654321' }
let programme: Programme
let made: Awaited<ReturnType<typeof aMeeting>>
/** The mentee's link. */
let link: string

async function prepare() {
  const programme = await aProgramme(house)
  await house.db.updateTable('programme').set({ phone: '+4565514444' }).execute()
  const mentor = await aMentor(house, canary)
  const made = await aMeeting(house, programme, { pair: { mentor, mentee: await aMentee(house) } })
  const mails = await writeMails(house)
  const link = linkIn(mails.find(({ personId }) => personId === made.mentee.personId)!)
  return { programme, made, link }
}

const fixture = useFixture(house, prepare)
beforeEach(() => {
  ;({ programme, made, link } = fixture.current())
  house.clock.advance({ minutes: 1 })
})

const answerOf = (personId = made.mentee.personId) =>
  house.db
    .selectFrom('participant')
    .select(['answer', 'wishes', 'answeredBy', 'fastAnswer'])
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow()

/** The fields that the page puts into its form. */
async function formOf(path = link): Promise<{ nonce: string; times: string[] }> {
  const { body } = await site.get(path)
  const times = [...body.matchAll(/name="wishes"\s+value="([^"]+)"/g)].map(([, time]) => time!)
  return { nonce: /name="nonce" value="([^"]+)"/.exec(body)![1]!, times }
}

async function say(form: Record<string, string | string[]>, path = link) {
  return site.post(path, { nonce: (await formOf(path)).nonce, ...form })
}

describe('the link of an invitation', () => {
  test('shows when, where and with whom, and nothing else of the other', async () => {
    const page = await site.get(link)
    expect(page.statusCode).toBe(200)
    expect(await validateHtml(page.body)).toEqual([])
    expect(page.body).toContain('Hanne')
    expect(page.body).toContain('Vollsmose Bibliotek')
    expect(page.body).toContain('+45 65 51 44 44')
    expect(page.body).not.toMatch(/Kanariegård|kanarie\.hanne|87654321/)
  })

  test('changes nothing when it is only loaded, however often and by whatever', async () => {
    const before = await fingerprint(house)
    for (const method of ['GET', 'HEAD', 'OPTIONS'] as const)
      for (let time = 0; time < 10; time++)
        await site.inject({ method, url: link, headers: { 'user-agent': 'SafeLinks' } })
    expect(await fingerprint(house)).toBe(before)
  })

  test('takes a yes, and another answer instead', async () => {
    expect((await say({ answer: 'yes' })).statusCode).toBe(303)
    expect(await answerOf()).toMatchObject({
      ...{ answer: 'yes', answeredBy: `person:${made.mentee.personId}`, fastAnswer: false },
    })
    const { times } = await formOf()
    expect(times).toHaveLength(3)
    const wishes = times.slice(0, 2)
    expect((await say({ answer: 'another_time', wishes })).statusCode).toBe(303)
    expect(await answerOf()).toMatchObject({ answer: 'another_time', wishes })
    const answered = (await site.get(link)).body
    expect(answered).toContain('en anden tid ville passe bedre')
    // What was answered is chosen, to be changed.
    const chosen = [...answered.matchAll(/<input[^>]*value="([^"]+)"[^>]*\bchecked/g)]
    expect(chosen.map(([, value]) => value)).toEqual(['another_time', ...wishes])
    expect((await answerOf(made.mentor.personId)).answer).toBe('none')
  })

  test.each([
    ['without the number of its page', { nonce: '' }, 403],
    ['with the number of another page', { nonce: 'x'.repeat(43) }, 409],
    ['without a choice', {}, 422],
    ['with an unknown choice', { answer: 'perhaps' }, 422],
    ['with four other times', { answer: 'another_time', wishes: [1, 2, 3, 4].map(hour) }, 422],
    ['with a time that is none', { answer: 'another_time', wishes: 'soon' }, 422],
  ])('refuses a form %s, and changes nothing', async (_, form, status) => {
    const before = await fingerprint(house)
    const answer = 'nonce' in form ? { answer: 'yes', ...form } : form
    expect((await say(answer)).statusCode).toBe(status)
    expect(await fingerprint(house)).toBe(before)
  })

  test('refuses the form of a page that was loaded before the meeting was moved', async () => {
    const { nonce } = await formOf()
    await moveMeeting(house.ctx(programme.coordinator), made.meetingId, {
      ...{ version: 1, startsAt: Temporal.Instant.from(hour(5)), minutes: 60 },
      siteId: programme.siteId,
    })
    expect((await site.post(link, { nonce, answer: 'yes' })).statusCode).toBe(409)
    expect((await say({ answer: 'yes' })).statusCode).toBe(303)
  })

  test('opens nothing else, and is not found when it is unknown or of another purpose', async () => {
    const token = link.split('/').at(-1)!
    for (const other of ['answer', 'interested', 'sign-in', 'welcome', 'concern'])
      expect([other, (await site.get(`/${other}/${token}`)).statusCode]).toEqual([other, 404])
    const session = { cookies: { makker: token }, url: '/me', method: 'GET' } as const
    expect((await site.inject(session)).statusCode).toBe(303)
    const unknown = await site.get(`/m/${'x'.repeat(43)}`)
    expect(unknown.statusCode).toBe(404)
  })

  test('works until the meeting begins', async () => {
    house.clock.set('2026-11-25T11:59:59Z')
    expect((await say({ answer: 'yes' })).statusCode).toBe(303)
    const { nonce } = await formOf()
    house.clock.set('2026-11-25T12:00:00Z')
    expect((await site.get(link)).statusCode).toBe(410)
    expect((await site.post(link, { nonce, answer: 'no' })).statusCode).toBe(410)
  })

  test('is over when the meeting is cancelled', async () => {
    await cancelMeeting(house.ctx(programme.coordinator), made.meetingId, {
      ...{ by: 'mentor', reason: 'ill' },
    })
    expect((await site.get(link)).statusCode).toBe(410)
  })
})

function hour(at: number): string {
  return `2026-11-26T1${at}:00:00Z`
}

describe('an answer', () => {
  const person = () => ({ meetingId: made.meetingId, personId: made.mentee.personId })
  const asMentee = () =>
    house.ctx({ kind: 'person', id: made.mentee.personId, municipality: '0461' })

  test('that is no becomes a task when it has stood for ten minutes, and moves nothing', async () => {
    await answerMeeting(asMentee(), person(), { answer: 'no', wishes: [] })
    house.clock.advance({ minutes: 9 })
    await work(house, ['meeting-answer'])
    expect(await openKinds(house)).toEqual([])
    house.clock.advance({ minutes: 1 })
    await work(house, ['meeting-answer'])
    const task = await house.db.selectFrom('task').selectAll().executeTakeFirstOrThrow()
    const { enrolmentId } = made.mentee
    expect(task).toMatchObject({
      ...{ kind: 'meeting_declined', meetingId: made.meetingId, enrolmentId },
    })
    const { state, sequence } = await house.db
      .selectFrom('meeting')
      .select(['state', 'sequence'])
      .executeTakeFirstOrThrow()
    expect([state, sequence]).toEqual(['scheduled', 0])
    await answerMeeting(asMentee(), person(), { answer: 'yes', wishes: [] })
    expect(await openKinds(house)).toEqual([])
  })

  test('that is changed within ten minutes becomes no task', async () => {
    await answerMeeting(asMentee(), person(), { answer: 'no', wishes: [] })
    house.clock.advance({ minutes: 5 })
    await answerMeeting(asMentee(), person(), { answer: 'yes', wishes: [] })
    house.clock.advance({ minutes: 5 })
    await work(house, ['meeting-answer'])
    expect(await openKinds(house)).toEqual([])
  })

  test('within three seconds of the mail is flagged', async () => {
    await house.db.updateTable('mail').set({ handledAt: house.clock.now() }).execute()
    house.clock.advance({ seconds: 2 })
    await answerMeeting(asMentee(), person(), { answer: 'yes', wishes: [] })
    expect((await answerOf()).fastAnswer).toBe(true)
  })

  test('given again changes nothing', async () => {
    await answerMeeting(asMentee(), person(), { answer: 'no', wishes: [] })
    const before = await fingerprint(house)
    house.clock.advance({ minutes: 1 })
    await answerMeeting(asMentee(), person(), { answer: 'no', wishes: [] })
    expect(await fingerprint(house)).toBe(before)
  })

  test('begins anew when the meeting is moved', async () => {
    await answerMeeting(asMentee(), person(), { answer: 'no', wishes: [] })
    house.clock.advance({ minutes: 10 })
    await work(house, ['meeting-answer'])
    await moveMeeting(house.ctx(programme.coordinator), made.meetingId, {
      ...{ version: 1, startsAt: Temporal.Instant.from(hour(3)), minutes: 60 },
      siteId: programme.siteId,
    })
    expect((await answerOf()).answer).toBe('none')
    expect(await openKinds(house)).toEqual([])
  })
})
