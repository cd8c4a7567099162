import { beforeEach, expect, test } from 'vitest'
import { suspendEnrolment } from '../../../src/features/people/transitions/by-hand/suspend.ts'
import { approveProposal } from '../../../src/features/proposals/approve.ts'
import { expireRequirements } from '../../../src/features/requirements/expire.ts'
import { recordRequirement } from '../../../src/features/requirements/record-requirement.ts'
import { setRequirements } from '../../../src/features/requirements/set.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMentee,
  aMentor,
  aProgramme,
  type Programme,
  proposalOf,
  stateOf,
} from '../../support/people.ts'
import { openKinds } from '../../support/tasks.ts'
import { seeds } from '../../support/tries.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const by = () => house.ctx(programme.coordinator)

async function draftWithCertificate() {
  const requirements = [{ kind: 'confidentiality' as const }]
  await setRequirements(by(), '0461', { requirements })
  const mentor = await aMentor(house, { state: 'selected' })
  await recordRequirement(by(), mentor.enrolmentId, {
    kind: 'confidentiality',
    metOn: Temporal.PlainDate.from('2026-11-20'),
    expiresOn: Temporal.PlainDate.from('2026-11-24'),
  })
  return aDraft(house, { mentor, mentee: await aMentee(house) })
}

/** Approval works on the last valid day, the nightly job on the next. */
test.each(seeds(50, 2))(
  'expiry of a certificate and approval of a proposal at once are serialised (%i)',
  async () => {
    const { proposalId, mentor, mentee } = await draftWithCertificate()
    const lastDay = { ...by(), now: () => Temporal.Instant.from('2026-11-24T22:59:59Z') }
    const nextDay = { ...house.ctx(), now: () => Temporal.Instant.from('2026-11-24T23:00:00Z') }
    const [approved, expired] = await Promise.allSettled([
      approveProposal(lastDay, proposalId),
      expireRequirements(nextDay, suspendEnrolment),
    ])
    expect(expired.status).toBe('fulfilled')
    expect(await stateOf(house, mentor.enrolmentId)).toBe('suspended')
    expect(await openKinds(house)).toEqual(['requirement_expired'])
    const state = (await proposalOf(house, proposalId)).state
    expect([state, await stateOf(house, mentee.enrolmentId)]).toEqual(['withdrawn', 'ready'])
    const mails = await house.db.selectFrom('mail').select('state').execute()
    if (approved.status === 'rejected')
      expect(approved.reason).toMatchObject({ type: 'state-conflict', state: 'withdrawn' })
    // Offered first, and taken back before anybody was told.
    const asked = approved.status === 'fulfilled' ? 2 : 0
    expect(mails).toEqual(Array.from({ length: asked }, () => ({ state: 'cancelled' })))
  },
)

test('on the day after, the proposal is refused in either order', async () => {
  const { proposalId } = await draftWithCertificate()
  house.clock.set('2026-11-24T23:00:00Z')
  const [approved] = await Promise.allSettled([
    approveProposal(by(), proposalId),
    expireRequirements(house.ctx(), suspendEnrolment),
  ])
  expect(approved).toMatchObject({ status: 'rejected' })
  expect((await proposalOf(house, proposalId)).state).toBe('withdrawn')
})

test('two nightly jobs at once suspend once, with one task', async () => {
  const { mentor } = await draftWithCertificate()
  house.clock.set('2026-11-25T05:00:00Z')
  await Promise.all([1, 2, 3].map(() => expireRequirements(house.ctx(), suspendEnrolment)))
  const steps = await house.db
    .selectFrom('enrolmentTransition')
    .select('toState')
    .where('enrolmentId', '=', mentor.enrolmentId)
    .where('toState', '=', 'suspended')
    .execute()
  expect(steps).toHaveLength(1)
  expect(await openKinds(house)).toEqual(['requirement_expired'])
})
