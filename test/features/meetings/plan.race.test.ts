import { expect, test } from 'vitest'
import { planMeeting } from '../../../src/features/meetings/planning/plan.ts'
import { useHouse } from '../../support/house.ts'
import { aMatch, aMentee, aMentor, aProgramme, wednesday } from '../../support/people.ts'
import { seeds } from '../../support/tries.ts'

const house = useHouse()

test.each(seeds(50, 2))(
  'simultaneous plans do not send one mentor to two meetings (%i)',
  async () => {
    const programme = await aProgramme(house)
    const mentor = await aMentor(house, { capacity: 4 })
    const matchIds: string[] = []
    for (let mentees = 0; mentees < 4; mentees++)
      matchIds.push((await aMatch(house, { mentor, mentee: await aMentee(house) })).matchId)
    const results = await Promise.allSettled(
      matchIds.map((matchId) =>
        planMeeting(house.ctx(programme.coordinator), {
          matchIds: [matchId],
          siteId: programme.siteId,
          startsAt: Temporal.Instant.from(wednesday),
          minutes: 60,
        }),
      ),
    )
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    )
    expect(refused).toMatchObject([1, 2, 3].map(() => ({ type: 'taken' })))
    expect((await house.db.selectFrom('meeting').select('id').execute()).length).toBe(1)
    expect((await house.db.selectFrom('participant').select('personId').execute()).length).toBe(2)
  },
)
