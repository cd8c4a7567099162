import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { registerPerson } from '../../../../src/features/people/registration/register.ts'
import { RegisterMentee } from '../../../../src/features/people/schema.ts'
import { useHouse } from '../../../support/house.ts'
import { aProgramme, menteeForm } from '../../../support/people.ts'
import { seeds } from '../../../support/tries.ts'

const house = useHouse()

test.each(seeds(50, 2))(
  'a double click on Send registers once, and both requests succeed (%i)',
  async () => {
    await aProgramme(house)
    const command = RegisterMentee.parse(menteeForm({ submissionId: randomUUID() }))
    const send = () => registerPerson(house.ctx({ kind: 'public' }), { role: 'mentee', command })
    const [first, ...others] = await Promise.all([send(), send(), send(), send()])
    for (const other of others) expect(other).toEqual(first)
    for (const table of ['person', 'enrolment', 'consent'] as const)
      expect((await house.db.selectFrom(table).select('id').execute()).length).toBe(1)
  },
)
