import { beforeEach, describe, expect, test } from 'vitest'
import { planMeeting } from '../../../../src/features/meetings/planning/plan.ts'
import { moveByHand } from '../../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { resumePaused } from '../../../../src/features/people/transitions/by-hand/resume.ts'
import { suspendEnrolment } from '../../../../src/features/people/transitions/by-hand/suspend.ts'
import { moveEnrolment } from '../../../../src/features/people/transitions/move-enrolment.ts'
import { withdrawConsent } from '../../../../src/features/privacy/withdraw-consent.ts'
import { expireRequirements } from '../../../../src/features/requirements/expire.ts'
import { recordRequirement } from '../../../../src/features/requirements/record-requirement.ts'
import { setRequirements } from '../../../../src/features/requirements/set.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { aClient } from '../../../support/client.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml } from '../../../support/html.ts'
import {
  aMatch,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  type Party,
  type Programme,
  proposalOf,
  stateOf,
  wednesday,
  writeMails,
} from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

type Match = Awaited<ReturnType<typeof aMatch>>

const by = () => house.ctx(programme.coordinator)
const day = (text: string) => Temporal.PlainDate.from(text)

async function plan(matches: Match[], startsAt = wednesday): Promise<string> {
  return planMeeting(by(), {
    matchIds: matches.map(({ matchId }) => matchId),
    siteId: programme.siteId,
    startsAt: Temporal.Instant.from(startsAt),
    minutes: 60,
  })
}

async function meeting(id: string) {
  const { state } = await house.db
    .selectFrom('meeting')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const there = await house.db
    .selectFrom('participant')
    .select('personId')
    .where('meetingId', '=', id)
    .execute()
  return { state, there: there.map(({ personId }) => personId).sort() }
}

async function matchOf({ matchId }: Match) {
  const { state, pausedUntil } = await house.db
    .selectFrom('match')
    .select(['state', 'pausedUntil'])
    .where('id', '=', matchId)
    .executeTakeFirstOrThrow()
  return [state, pausedUntil?.toString() ?? null]
}

describe('a mentor who is suspended', () => {
  /** All ways to be suspended. */
  const ways: [string, (mentor: Party) => Promise<void>][] = [
    [
      'by hand',
      ({ enrolmentId }) => moveByHand(by(), enrolmentId, { to: 'suspended', reason: 'Undersøges' }),
    ],
    [
      'by an expired requirement',
      async ({ enrolmentId }) => {
        await setRequirements(by(), '0461', { requirements: [{ kind: 'confidentiality' }] })
        const mentors = house.db.selectFrom('enrolment').select('id').where('role', '=', 'mentor')
        for (const { id } of await mentors.execute())
          await recordRequirement(by(), id, {
            kind: 'confidentiality',
            metOn: day('2026-11-01'),
            ...(id === enrolmentId && { expiresOn: day('2026-11-22') }),
          })
        await expireRequirements(house.ctx(), suspendEnrolment)
      },
    ],
  ]

  test.each(ways)('%s meets nobody from that moment, and others meet', async (_, suspend) => {
    const mentor = await aMentor(house, { capacity: 3 })
    const own = await aMatch(house, { mentor, mentee: await aMentee(house) })
    const other = await aMatch(house)
    const offer = await anOffer(house, { mentor, mentee: await aMentee(house) })
    const alone = await plan([own], '2026-11-25T12:00:00+01:00')
    const together = await plan([own, other], '2026-11-26T13:00:00+01:00')
    await suspend(mentor)
    expect(await stateOf(house, mentor.enrolmentId)).toBe('suspended')
    expect((await meeting(alone)).state).toBe('cancelled')
    expect(await meeting(together)).toEqual({
      state: 'scheduled',
      there: [other.mentor.personId, other.mentee.personId].sort(),
    })
    const bookings = await house.db.selectFrom('booking').select('holder').execute()
    expect(bookings.map(({ holder }) => holder)).not.toContain(own.mentee.personId)
    expect((await proposalOf(house, offer.proposalId)).state).toBe('withdrawn')
    expect(await matchOf(own)).toEqual(['accepted', null])
    await expect(plan([own])).rejects.toMatchObject({ type: 'state-conflict', state: 'suspended' })
  })

  test('takes the last pair out of a meeting that others have left, which is off', async () => {
    const matches = [await aMatch(house), await aMatch(house)]
    const id = await plan(matches)
    for (const { mentor } of matches) await ways[0]![1](mentor)
    expect((await meeting(id)).state).toBe('cancelled')
  })

  test('cannot be moved past what calls the meetings off', async () => {
    const match = await aMatch(house)
    const id = await plan([match])
    for (const to of ['suspended', 'paused', 'left'] as const)
      await expect(moveEnrolment(house.ctx(), match.mentor.enrolmentId, { to })).rejects.toThrow(
        'have not been called off',
      )
    expect((await meeting(id)).state).toBe('scheduled')
  })
})

describe('a person who pauses', () => {
  const until = '2026-12-03'

  /** All ways to pause; each returns the status of the answer. */
  const ways: Record<string, (party: Party, pair?: string) => Promise<unknown>> = {
    'on the person’s page': async ({ enrolmentId }, pair) =>
      (
        await site.post(
          `/people/${enrolmentId}/moves`,
          { to: 'paused', until, ...(pair && { pair }) },
          await staff(),
        )
      ).body,
    'among several': async ({ enrolmentId: ids }, pair) =>
      (
        await site.post(
          '/people/moves',
          { ids, enrolmentIds: 'ticked', to: 'paused', until, ...(pair && { pair }) },
          await staff(),
        )
      ).body,
    'by a program': async ({ enrolmentId }, pair) =>
      (
        await (
          await aClient(house, site, programme.coordinator)
        ).post(`/enrolments/${enrolmentId}/moves`, { to: 'paused', until, pair })
      ).body,
    'on their own page': async ({ personId, enrolmentId }, pair) =>
      (
        await site.post(
          `/me/roles/${enrolmentId}/pause`,
          { until, ...(pair && { pair }) },
          await site.enter({ personId }),
        )
      ).body,
  }
  const staff = async () => site.enter({ accountId: (await anAccount(house)).accountId })

  test.each(Object.entries(ways))(
    '%s has to say what becomes of the pair, which pauses until the day',
    async (_, pause) => {
      const match = await aMatch(house)
      const soon = await plan([match])
      const later = await plan([match], '2026-12-03T13:00:00+01:00')
      const refusal = String(await pause(match.mentee))
      expect(await stateOf(house, match.mentee.enrolmentId)).toBe('matched')
      expect(refusal).toMatch(/makkerparret|\/pair/)
      if (refusal.startsWith('<!')) expect(await validateHtml(refusal)).toEqual([])
      await pause(match.mentee, 'paused')
      expect(await stateOf(house, match.mentee.enrolmentId)).toBe('paused')
      expect(await matchOf(match)).toEqual(['paused', until])
      expect((await meeting(soon)).state).toBe('cancelled')
      expect((await meeting(later)).state).toBe('scheduled')
      await expect(plan([match])).rejects.toMatchObject({ type: 'state-conflict', state: 'paused' })
      await plan([match], '2026-12-03T15:00:00+01:00')
      house.clock.set('2026-12-03T04:15Z')
      await resumePaused(house.ctx())
      expect(await stateOf(house, match.mentee.enrolmentId)).toBe('matched')
      expect(await matchOf(match)).toEqual(['accepted', null])
    },
  )

  test('tells the other how long, in their language and without a reason', async () => {
    const pair = { mentor: await aMentor(house), mentee: await aMentee(house, { locale: 'uk' }) }
    const { mentor, mentee } = await aMatch(house, pair)
    await moveByHand(by(), mentor.enrolmentId, {
      to: 'paused',
      until: day(until),
      reason: 'Er syg',
      pair: 'paused',
    })
    const told = await writeMails(house)
    expect(told.map(({ personId, locale }) => [personId, locale])).toEqual([
      [mentee.personId, 'uk'],
    ])
    expect(told[0]!.text).toContain('3 грудня 2026')
    expect(told[0]!.text).toContain('Mette')
    expect(JSON.stringify(told)).not.toMatch(/syg|Holm/)
  })

  test('may end the pair instead, and the other is ready again', async () => {
    const match = await aMatch(house)
    const id = await plan([match])
    await moveByHand(by(), match.mentor.enrolmentId, { to: 'paused', pair: 'ended' })
    expect(await matchOf(match)).toEqual(['closed', null])
    expect((await meeting(id)).state).toBe('cancelled')
    expect(await stateOf(house, match.mentee.enrolmentId)).toBe('ready')
    await moveByHand(by(), match.mentor.enrolmentId, { to: 'ready' })
    expect(await stateOf(house, match.mentor.enrolmentId)).toBe('ready')
  })

  test('keeps the pair paused for as long as either of the two is', async () => {
    const match = await aMatch(house)
    const { mentor, mentee } = match
    await moveByHand(by(), mentor.enrolmentId, { to: 'paused', pair: 'paused' })
    await moveByHand(by(), mentee.enrolmentId, {
      to: 'paused',
      until: day('2026-12-03'),
      pair: 'paused',
    })
    expect(await matchOf(match)).toEqual(['paused', null])
    await moveByHand(by(), mentor.enrolmentId, { to: 'ready' })
    expect((await matchOf(match))[0]).toBe('paused')
    await moveByHand(by(), mentee.enrolmentId, { to: 'ready' })
    expect(await matchOf(match)).toEqual(['accepted', null])
    expect(await stateOf(house, mentee.enrolmentId)).toBe('matched')
  })
})

describe('withdrawing the consent to be matched', () => {
  const matching = { purpose: 'matching', way: 'self-service' } as const

  test('has to say what becomes of the pair', async () => {
    const match = await aMatch(house)
    const id = await plan([match])
    const { personId, enrolmentId } = match.mentee
    await expect(withdrawConsent(house.ctx(), personId, matching)).rejects.toMatchObject({
      fields: [{ pointer: '/pair', code: 'required' }],
    })
    expect((await meeting(id)).state).toBe('scheduled')
    await withdrawConsent(house.ctx(), personId, { ...matching, pair: 'paused' })
    expect(await stateOf(house, enrolmentId)).toBe('paused')
    expect(await matchOf(match)).toEqual(['paused', null])
    expect((await meeting(id)).state).toBe('cancelled')
  })

  test('asks on both pages, and can end the pair', async () => {
    const match = await aMatch(house)
    const { personId, enrolmentId } = match.mentor
    const staff = await site.enter({ accountId: (await anAccount(house)).accountId })
    const own = await site.enter({ personId })
    for (const [path, session] of [
      ['/me/privacy', own],
      [`/people/${enrolmentId}/privacy`, staff],
    ] as const) {
      const { body } = await site.get(path, session)
      expect(body).toContain('name="pair"')
      expect(await validateHtml(body)).toEqual([])
    }
    const withdrawal = { purpose: 'matching', pair: 'ended' }
    const { statusCode } = await site.post('/me/consents/withdrawal', withdrawal, own)
    expect(statusCode).toBe(303)
    expect(await matchOf(match)).toEqual(['closed', null])
    expect(await stateOf(house, enrolmentId)).toBe('paused')
    expect(await stateOf(house, match.mentee.enrolmentId)).toBe('ready')
  })
})
