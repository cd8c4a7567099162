import { beforeEach, expect, test } from 'vitest'
import { addRole } from '../../../src/features/people/registration/add-role.ts'
import { bookInterview } from '../../../src/features/requirements/book-interview.ts'
import { recordInterview } from '../../../src/features/requirements/record-interview.ts'
import { recordRequirement } from '../../../src/features/requirements/record-requirement.ts'
import { setRequirements } from '../../../src/features/requirements/set.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import { aMentee, aMentor, aProgramme, type Party, type Programme } from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
  await setRequirements(house.ctx(programme.coordinator), '0461', {
    requirements: [
      { kind: 'interview' },
      { kind: 'introductory_course' },
      { kind: 'confidentiality' },
      { kind: 'children_certificate' },
    ],
  })
})

const day = (text: string) => Temporal.PlainDate.from(text)

/** A volunteer with an interview and a certificate on these days. */
async function screened(given: { name: string; at: string; certificate: string; until: string }) {
  const by = house.ctx(programme.coordinator)
  const mentor = await aMentor(house, {
    state: 'registered',
    name: given.name,
    acceptsChildren: true,
  })
  const startsAt = Temporal.Instant.from(given.at)
  await bookInterview(by, mentor.enrolmentId, { startsAt, siteId: programme.siteId })
  house.clock.set(given.at)
  const reason = `Kollegernes ord om ${given.name}`
  await recordInterview(by, mentor.enrolmentId, { decision: 'selected', reason })
  await recordRequirement(by, mentor.enrolmentId, {
    kind: 'children_certificate',
    metOn: day(given.certificate),
    expiresOn: day(given.until),
  })
  return mentor
}

async function ownPageOf({ personId }: Party, lang = 'da') {
  const { body } = await site.get(`/me?lang=${lang}`, await site.enter({ personId }))
  expect(await validateHtml(body)).toEqual([])
  return body
}

test('a mentor sees the days of their own interview and requirements, and of no one else', async () => {
  const mette = await screened({
    name: 'Mette Holm',
    at: '2026-11-24T13:00Z',
    certificate: '2026-02-03',
    until: '2028-02-03',
  })
  const ole = await screened({
    name: 'Ole Bach',
    at: '2026-11-25T13:00Z',
    certificate: '2026-03-04',
    until: '2028-03-04',
  })
  const own = await ownPageOf(mette)
  for (const said of ['24. november 2026', '3. februar 2026', '3. februar 2028', 'Introkursus'])
    expect(own).toContain(said)
  for (const others of ['25. november 2026', '4. marts', 'Kollegernes ord']) {
    expect(own).not.toContain(others)
  }
  const other = await ownPageOf(ole)
  expect(other).toContain('4. marts 2028')
  for (const others of ['24. november 2026', '3. februar', 'Kollegernes ord'])
    expect(other).not.toContain(others)
  await ownPageOf(mette, 'ar')
})

test('an expired certificate is shown as expired', async () => {
  const dates = { at: '2026-11-24T13:00Z', certificate: '2026-02-03', until: '2026-12-31' }
  const mentor = await screened({ name: 'Mette Holm', ...dates })
  house.clock.set('2027-01-02T09:00Z')
  expect(await ownPageOf(mentor)).toMatch(/Udløb den \W?[^<]*31. december 2026/)
})

test('a mentee has no such section unless they are also a mentor', async () => {
  const mentee = await aMentee(house)
  expect(await ownPageOf(mentee)).not.toContain('Samtale og krav')
  await addRole(house.ctx(programme.coordinator), mentee.enrolmentId, { role: 'mentor' })
  expect(await ownPageOf(mentee)).toContain('Samtale og krav')
})
