import { expect, test } from 'vitest'
import { addRole } from '../../../../src/features/people/registration/add-role.ts'
import { moveByHand } from '../../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { changeProfile } from '../../../../src/features/people/profile/change-profile.ts'
import { ChangeMentorProfile } from '../../../../src/features/people/profile/schema.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { useHouse } from '../../../support/house.ts'
import { validateHtml } from '../../../support/html.ts'
import { aContact, aMentee, aProgramme, aRun, mentorForm } from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)

test('a mentee also becomes a mentor: one record, two roles, and no match with herself', async () => {
  const { coordinator } = await aProgramme(house)
  const mentee = await aMentee(house)
  const by = house.ctx(coordinator)
  const { enrolmentId } = await addRole(by, mentee.enrolmentId, { role: 'mentor' })
  const { consent: _, ...profile } = mentorForm()
  const command = ChangeMentorProfile.parse({ ...profile, version: 1 })
  await changeProfile(by, enrolmentId, { role: 'mentor', command })
  for (const to of ['interviewed', 'selected', 'ready'] as const)
    await moveByHand(by, enrolmentId, { to })
  expect(await house.db.selectFrom('person').select('id').execute()).toHaveLength(1)
  const { pool, proposalIds } = await aRun(house, coordinator)
  expect([pool.mentors.length, pool.mentees.length]).toEqual([1, 1])
  expect(proposalIds).toEqual([])
})

test('a role is added once, and not to a contact', async () => {
  const programme = await aProgramme(house)
  const { enrolmentId } = await aMentee(house)
  const by = house.ctx(programme.coordinator)
  await expect(addRole(by, enrolmentId, { role: 'mentee' })).rejects.toMatchObject({
    type: 'already-exists',
  })
  const contact = await aContact(house, programme)
  await expect(addRole(by, contact.enrolmentId, { role: 'mentor' })).rejects.toMatchObject({
    type: 'state-conflict',
    state: 'contacted',
  })
})

test('a person’s page links to their other roles', async () => {
  await aProgramme(house)
  const { enrolmentId } = await aMentee(house)
  const session = await site.enter(await anAccount(house))
  const answer = await site.post(`/people/${enrolmentId}/roles`, { role: 'mentor' }, session)
  const added = /^\/people\/([^/]+)\/profile$/.exec(String(answer.headers.location))![1]!
  const page = (await site.get(`/people/${enrolmentId}`, session)).body
  expect(page).toContain(`href="/people/${added}"`)
  expect(await validateHtml(page)).toEqual([])
  const profile = await site.get(`/people/${added}/profile`, session)
  expect(profile.statusCode).toBe(200)
})
