import { describe, expect, test } from 'vitest'
import { changeProfile } from '../../../../src/features/people/profile/change-profile.ts'
import { ChangeMenteeProfile } from '../../../../src/features/people/profile/schema.ts'
import { RegisterMentee } from '../../../../src/features/people/schema.ts'
import { useHouse } from '../../../support/house.ts'
import { aMentee, aProgramme, aRun, menteeForm } from '../../../support/people.ts'

const house = useHouse()

function mentee(given: object = {}) {
  const { consent: _, ...profile } = menteeForm()
  const command = ChangeMenteeProfile.parse({ ...profile, version: 1, ...given })
  return { role: 'mentee', command } as const
}

describe('changing a profile', () => {
  test('passes every answer on to matching', async () => {
    const { coordinator } = await aProgramme(house)
    const { enrolmentId, personId } = await aMentee(house)
    await changeProfile(
      house.ctx(coordinator),
      enrolmentId,
      mentee({
        birthYear: 1990,
        languages: [{ tag: 'ti', level: 'B1', reads: true, writes: false, canInterpret: true }],
        needs: [{ topic: 'it', importance: 1 }],
        hours: [{ day: 2, from: '17:30', to: '19:00' }],
        meets: 'in-person',
        furthestDistanceKm: 7,
        onlyAtLibrary: true,
        interests: ['musik'],
        wish: { sex: 'woman', isMust: true },
        ageWish: { from: 30, to: 60, isMust: false },
        wantsDanishPractice: true,
        interpreterAcceptable: true,
        childrenAlong: true,
      }),
    )
    const { pool } = await aRun(house, coordinator)
    expect(pool).toMatchObject({
      mentees: [
        expect.objectContaining({
          id: personId,
          birthYear: 1990,
          languages: [{ tag: 'ti', level: 'B1', reads: true, writes: false, canInterpret: true }],
          needs: [{ topic: 'it', importance: 1 }],
          availability: [{ day: 2, from: '17:30', to: '19:00' }],
          meets: 'in-person',
          furthestDistanceKm: 7,
          interests: ['musik'],
          wishes: {
            gender: { wanted: 'woman', strength: 'must' },
            age: { from: 30, to: 60, strength: 'prefer' },
            onlyAtLibrary: true,
          },
          wantsDanishPractice: true,
          interpreterAcceptable: true,
          childrenAlong: true,
        }),
      ],
    })
  })

  test('is refused when the profile has changed since it was read', async () => {
    const { coordinator } = await aProgramme(house)
    const { enrolmentId, personId } = await aMentee(house)
    const ctx = house.ctx(coordinator)
    await changeProfile(ctx, enrolmentId, mentee({ name: 'Amal Aziz' }))
    await expect(
      changeProfile(ctx, enrolmentId, mentee({ name: 'Amal Nasser' })),
    ).rejects.toMatchObject({ type: 'changed-meanwhile' })
    const person = await house.db
      .selectFrom('person')
      .select(['name', 'version'])
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    expect(person).toEqual({ name: 'Amal Aziz', version: 2 })
  })

  test('is recorded with its actor and the person', async () => {
    const { coordinator } = await aProgramme(house)
    const { enrolmentId, personId } = await aMentee(house)
    await changeProfile(house.ctx(coordinator), enrolmentId, mentee())
    const entries = await house.db
      .selectFrom('auditEntry')
      .select(['actor', 'personId'])
      .where('action', '=', 'profile-changed')
      .execute()
    expect(entries).toEqual([{ actor: `staff:${coordinator.id}`, personId }])
  })
})

describe('how a person is reached', () => {
  const reached = (given: object) =>
    RegisterMentee.safeParse({ ...menteeForm(), email: undefined, ...given }).success
  const address = { street: 'Vollsmose Allé 14', postcode: '5240', town: 'Odense NØ' }

  test.each([
    ['a letter needs an address', { channel: 'letter' }, false],
    ['a letter with an address', { channel: 'letter', address }, true],
    ['a partner needs nothing more', { channel: 'partner' }, true],
    ['a call needs a number', { channel: 'phone', email: 'a@example.dk' }, false],
    ['nothing at all', {}, false],
    ['a number alone', { phone: '12345678' }, true],
  ])('%s', (_, given, isReachable) => {
    expect(reached(given)).toBe(isReachable)
  })
})
