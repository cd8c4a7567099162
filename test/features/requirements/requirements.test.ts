import { beforeEach, describe, expect, test } from 'vitest'
import type { RequirementKind } from '../../../src/db/types.ts'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { approveProposal } from '../../../src/features/proposals/approve.ts'
import { recordRequirement } from '../../../src/features/requirements/record-requirement.ts'
import { setRequirements } from '../../../src/features/requirements/set.ts'
import { finishTask } from '../../../src/features/tasks/finish.ts'
import { lookAfterEveryone } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMatch,
  aMentee,
  aMentor,
  aProgramme,
  aRun,
  type Programme,
  stateOf,
  wednesday,
} from '../../support/people.ts'
import { openKinds } from '../../support/tasks.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const by = () => house.ctx(programme.coordinator)
const day = (text: string) => Temporal.PlainDate.from(text)
const require = (...requirements: { kind: RequirementKind; lastsMonths?: number }[]) =>
  setRequirements(by(), '0461', { requirements })
const record = (
  id: string,
  kind: 'confidentiality' | 'children_certificate' | 'introductory_course',
  metOn = '2026-11-20',
  expiresOn?: string,
) =>
  recordRequirement(by(), id, {
    kind,
    metOn: day(metOn),
    ...(expiresOn !== undefined && { expiresOn: day(expiresOn) }),
  })
const missing = (...kinds: RequirementKind[]) => ({
  type: 'requirement-missing',
  fields: kinds.map((kind) => ({ pointer: `/${kind}`, code: `missing_${kind}` })),
})

describe('becoming ready', () => {
  test('is refused by hand while something is missing, and the refusal names it', async () => {
    await require({ kind: 'interview' }, { kind: 'introductory_course' }, {
      kind: 'confidentiality',
    })
    const { enrolmentId } = await aMentor(house, { state: 'selected' })
    await expect(moveByHand(by(), enrolmentId, { to: 'ready' })).rejects.toMatchObject({
      ...missing('introductory_course', 'confidentiality'),
      state: 'selected',
    })
    expect(await stateOf(house, enrolmentId)).toBe('selected')
  })

  test('happens with the last requirement, recorded as a transition', async () => {
    await require({ kind: 'introductory_course' }, { kind: 'confidentiality' })
    const { enrolmentId } = await aMentor(house, { state: 'selected' })
    await record(enrolmentId, 'confidentiality')
    expect(await stateOf(house, enrolmentId)).toBe('requirements_pending')
    await record(enrolmentId, 'introductory_course')
    expect(await stateOf(house, enrolmentId)).toBe('ready')
    const events = await house.db.selectFrom('auditEntry').select(['action', 'actor']).execute()
    const actor = `staff:${programme.coordinator.id}`
    expect(events).toContainEqual({ action: 'requirement-recorded', actor })
    expect(events.at(-1)).toEqual({ action: 'enrolment-moved', actor })
  })

  test('requires a children’s certificate only of mentors who meet children', async () => {
    await require({ kind: 'children_certificate' })
    await aMentor(house, { state: 'ready' })
    const { enrolmentId } = await aMentor(house, { state: 'selected', acceptsChildren: true })
    await expect(moveByHand(by(), enrolmentId, { to: 'ready' })).rejects.toMatchObject(
      missing('children_certificate'),
    )
  })

  test('happens when the programme no longer requires what was missing', async () => {
    await require({ kind: 'confidentiality' })
    const { enrolmentId } = await aMentor(house, { state: 'selected' })
    await moveByHand(by(), enrolmentId, { to: 'requirements_pending' })
    await require()
    expect(await stateOf(house, enrolmentId)).toBe('ready')
  })

  test('is refused with an expired requirement, also after a pause', async () => {
    await require({ kind: 'confidentiality', lastsMonths: 1 })
    const { enrolmentId } = await aMentor(house, { state: 'selected' })
    await record(enrolmentId, 'confidentiality', '2026-11-01')
    await moveByHand(by(), enrolmentId, { to: 'paused' })
    house.clock.set('2026-12-01T22:59Z')
    await moveByHand(by(), enrolmentId, { to: 'ready' })
    await moveByHand(by(), enrolmentId, { to: 'paused' })
    house.clock.set('2026-12-01T23:00Z')
    await expect(moveByHand(by(), enrolmentId, { to: 'ready' })).rejects.toMatchObject(
      missing('confidentiality'),
    )
  })
})

describe('recording a requirement', () => {
  test('stores the days and nothing else, with the expiry of the programme’s settings', async () => {
    await require({ kind: 'confidentiality', lastsMonths: 24 })
    const { enrolmentId } = await aMentor(house, { state: 'selected' })
    await record(enrolmentId, 'confidentiality')
    const rows = await house.db.selectFrom('requirement').selectAll().execute()
    expect(rows).toEqual([
      {
        municipality: '0461',
        enrolmentId,
        kind: 'confidentiality',
        metOn: day('2026-11-20'),
        expiresOn: day('2028-11-20'),
      },
    ])
  })

  test('refuses a future day, an expiry before it, and a mentee', async () => {
    await require({ kind: 'confidentiality' })
    const { enrolmentId } = await aMentor(house, { state: 'selected' })
    await expect(record(enrolmentId, 'confidentiality', '2026-11-24')).rejects.toMatchObject({
      fields: [{ pointer: '/metOn', code: 'future' }],
    })
    await expect(
      record(enrolmentId, 'confidentiality', '2026-11-20', '2026-11-19'),
    ).rejects.toMatchObject({ fields: [{ pointer: '/expiresOn', code: 'interval' }] })
    const mentee = await aMentee(house)
    await expect(record(mentee.enrolmentId, 'confidentiality')).rejects.toMatchObject({
      type: 'not-found',
    })
  })
})

describe('a requirement that expires', () => {
  async function mentorUntil(expiresOn: string) {
    await require({ kind: 'confidentiality' })
    const mentor = await aMentor(house, { state: 'selected' })
    await record(mentor.enrolmentId, 'confidentiality', '2026-11-20', expiresOn)
    expect(await stateOf(house, mentor.enrolmentId)).toBe('ready')
    return mentor
  }

  test('suspends the mentor the day after, with a task, until it is renewed', async () => {
    const { enrolmentId } = await mentorUntil('2027-02-01')
    house.clock.set('2027-02-01T12:00Z')
    await lookAfterEveryone(house)
    expect(await stateOf(house, enrolmentId)).toBe('ready')
    expect(await openKinds(house)).toEqual(['requirement_expiring'])
    house.clock.set('2027-02-02T12:00Z')
    await lookAfterEveryone(house)
    expect(await stateOf(house, enrolmentId)).toBe('suspended')
    expect(await openKinds(house)).toEqual(['requirement_expired'])
    await record(enrolmentId, 'confidentiality', '2027-02-02')
    expect(await stateOf(house, enrolmentId)).toBe('ready')
    expect(await openKinds(house)).toEqual([])
  })

  test('opens one task thirty days before, which is not reopened once closed', async () => {
    await mentorUntil('2026-12-24')
    await lookAfterEveryone(house)
    expect(await openKinds(house)).toEqual([])
    house.clock.advance({ days: 1 })
    await lookAfterEveryone(house)
    await lookAfterEveryone(house)
    expect(await openKinds(house)).toEqual(['requirement_expiring'])
    const { id } = await house.db.selectFrom('task').select('id').executeTakeFirstOrThrow()
    await finishTask(by(), id)
    await expect(finishTask(by(), id)).rejects.toMatchObject({ type: 'state-conflict' })
    await lookAfterEveryone(house)
    expect(await openKinds(house)).toEqual([])
  })

  test('does not end a suspension for another reason', async () => {
    const { enrolmentId } = await mentorUntil('2027-02-01')
    await moveByHand(by(), enrolmentId, { to: 'suspended', reason: 'Klage' })
    await record(enrolmentId, 'confidentiality')
    expect(await stateOf(house, enrolmentId)).toBe('suspended')
  })

  test('prevents approval from the day after, before the nightly job has run', async () => {
    const mentor = await mentorUntil('2026-11-24')
    const { proposalId } = await aDraft(house, { mentor, mentee: await aMentee(house) })
    house.clock.advance({ days: 2 })
    await expect(approveProposal(by(), proposalId)).rejects.toMatchObject(
      missing('confidentiality'),
    )
    expect(await house.db.selectFrom('mail').selectAll().execute()).toEqual([])
  })

  test('prevents meetings on later days', async () => {
    const mentor = await mentorUntil('2026-12-02')
    const { matchId } = await aMatch(house, { mentor, mentee: await aMentee(house) })
    const plan = (startsAt: Temporal.Instant) =>
      planMeeting(by(), { matchIds: [matchId], siteId: programme.siteId, startsAt, minutes: 60 })
    const first = Temporal.Instant.from(wednesday)
    await expect(plan(first.add({ hours: 14 * 24 }))).rejects.toMatchObject(
      missing('confidentiality'),
    )
    await plan(first.add({ hours: 7 * 24 }))
  })

  test('excludes the mentor from proposals, with the reason', async () => {
    await mentorUntil('2026-12-02')
    await require({ kind: 'confidentiality' }, { kind: 'interview' })
    await aMentee(house)
    const { pool, run } = await aRun(house, programme.coordinator)
    expect(pool.mentors[0]!.requirementsMetUntil).toBe('2026-12-02')
    expect(run.matched).toBe(0)
    expect(JSON.stringify(run)).toContain('requirement-expiring')
  })
})
