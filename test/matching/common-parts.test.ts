import { expect, it } from 'vitest'
import { openCommonParts } from '../../src/matching/common-parts.ts'
import { aMentee, aMentor, hours, randomPool, seeded, speaks } from './pool.ts'

it('leaves people equal in value', () => {
  const random = seeded(3)
  for (let n = 0; n < 20; n++) {
    const { mentors, mentees } = randomPool(random)
    const share = openCommonParts()
    expect(mentors.map(share)).toEqual(mentors)
    expect(mentees.map(share)).toEqual(mentees)
  }
})

it('shares equal values of two people, in either role, and nothing else', () => {
  const said = () => ({
    availability: [hours(2, '17:00', '19:00')],
    languages: [speaks('ti', 'B1')],
  })
  const share = openCommonParts()
  const mentor = share(aMentor(said()))
  const mentee = share(aMentee(said()))
  expect(mentee.availability[0]).toBe(mentor.availability[0])
  expect(mentee.languages).toBe(mentor.languages)
  expect(mentee.wishes).toBe(mentor.wishes)
  const [need] = mentee.needs
  expect(share(aMentee({ needs: [{ ...need }] })).needs[0]).toBe(need)
  const better = share(aMentor({ languages: [speaks('ti', 'B2')] }))
  expect(better.languages).toEqual([speaks('ti', 'B2')])
})
