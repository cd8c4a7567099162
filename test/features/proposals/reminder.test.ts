import { beforeEach, expect, test } from 'vitest'
import { answerProposal } from '../../../src/features/proposals/answer.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  linkIn,
  proposalOf,
  writeMails,
} from '../../support/people.ts'
import { openKinds } from '../../support/tasks.ts'

const house = useHouse()
const site = useSite(house)
beforeEach(async () => {
  await aProgramme(house)
})

const yes = { answer: 'yes' } as const
const remind = () => work(house, ['remind-of-offers'])

test('after seven days those who have not answered are reminded once, in their language', async () => {
  const { proposalId, mentor, mentee } = await anOffer(house, {
    mentor: await aMentor(house),
    mentee: await aMentee(house, { locale: 'uk' }),
  })
  await writeMails(house)
  await answerProposal(house.ctx(), proposalId, 'mentor', yes)
  house.clock.advance({ days: 7, seconds: -1 })
  await remind()
  expect(await writeMails(house)).toEqual([])
  house.clock.advance({ hours: 1 })
  await remind()
  const [reminder, ...others] = await writeMails(house)
  expect(others).toEqual([])
  expect([reminder!.personId, reminder!.locale]).toEqual([mentee.personId, 'uk'])
  expect(reminder!.text).toContain('тиждень тому')
  expect(JSON.stringify(reminder)).not.toContain(mentor.personId)
  expect((await site.get(linkIn(reminder!))).statusCode).toBe(200)
  house.clock.advance({ days: 6 })
  await remind()
  expect(await writeMails(house)).toEqual([])
  const coordinator = await site.enter({ accountId: (await anAccount(house)).accountId })
  for (const path of ['/proposals', `/proposals/${proposalId}`]) {
    const body = (await site.get(path, coordinator)).body.replace(/[\u2068\u2069]/g, '')
    expect(body).toContain('Spurgt den 23. november 2026. De kan svare til den 7. december 2026.')
    expect(body).toContain('Mindet om det den 30. november 2026.')
  }
})

test('a reminder that has not left is not sent to somebody who answers meanwhile', async () => {
  const { proposalId, mentor } = await anOffer(house)
  await writeMails(house)
  house.clock.advance({ days: 7 })
  await remind()
  await answerProposal(house.ctx(), proposalId, 'mentee', yes)
  expect((await writeMails(house)).map(({ personId }) => personId)).toEqual([mentor.personId])
})

test('who has no e-mail is called instead; the task ends with the answer or the offer', async () => {
  const byPhone = { email: undefined, phone: '+4520304050' }
  const mentor = await aMentor(house, { ...byPhone, capacity: 2 })
  const first = await anOffer(house, { mentor, mentee: await aMentee(house, byPhone) })
  house.clock.advance({ days: 1 })
  const second = await anOffer(house, { mentor, mentee: await aMentee(house) })
  house.clock.advance({ days: 6 })
  await remind()
  expect(await openKinds(house)).toEqual(['offer_by_phone', 'offer_by_phone'])
  const due = await house.db.selectFrom('task').select('dueOn').execute()
  expect(due.map(({ dueOn }) => dueOn.toString())).toEqual(['2026-12-07', '2026-12-07'])
  await answerProposal(house.ctx(), first.proposalId, 'mentee', yes)
  expect(await openKinds(house)).toEqual(['offer_by_phone'])
  house.clock.advance({ days: 1 })
  await remind()
  // The mentor has two offers, and the task is about both.
  await answerProposal(house.ctx(), first.proposalId, 'mentor', yes)
  expect(await openKinds(house)).toEqual(['offer_by_phone'])
  house.clock.advance({ days: 7 })
  await work(house, ['expire-offers'])
  expect(await openKinds(house)).toEqual([])
  expect((await proposalOf(house, second.proposalId)).state).toBe('expired')
})
