import { beforeEach, expect, test } from 'vitest'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { changeActivities } from '../../../src/features/programmes/change-activities.ts'
import { work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { validateMailHtml } from '../../support/html.ts'
import {
  aMatch,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  type Programme,
  writeMails,
} from '../../support/people.ts'
import { openKinds } from '../../support/tasks.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

/** Works the nights of so many days; returns who was told, and in which language. */
async function nights(days: number): Promise<(string | null)[][]> {
  const told: (string | null)[][] = []
  for (let night = 0; night < days; night++) {
    house.clock.advance({ days: 1 })
    await work(house, ['tell-those-waiting'])
    for (const { personId, locale } of await writeMails(house)) told.push([personId, locale])
  }
  return told
}

test('who has been ready for 30 days without a match or an offer is told so, and again each month', async () => {
  const activities = 'Sprogcafé hver torsdag kl. 16'
  await changeActivities(house.ctx(programme.coordinator), '0461', { activities })
  const waiting = await aMentee(house, { locale: 'fa' })
  await aMentor(house, { state: 'registered' })
  await aMatch(house)
  expect(await nights(29)).toEqual([])
  await anOffer(house)
  await writeMails(house)
  house.clock.advance({ days: 1 })
  await work(house, ['tell-those-waiting'])
  const [mail, ...others] = await writeMails(house)
  expect(others).toEqual([])
  expect([mail!.personId, mail!.locale]).toEqual([waiting.personId, 'fa'])
  expect(mail!.text.split(activities)).toHaveLength(3)
  expect(await validateMailHtml(mail!.html)).toEqual([])
  expect(await nights(29)).toEqual([])
  expect(await nights(2)).toContainEqual([waiting.personId, 'fa'])
})

test('who has no e-mail is called instead, until they no longer wait', async () => {
  const { enrolmentId } = await aMentor(house, { email: undefined, phone: '+4520304050' })
  expect(await nights(31)).toEqual([])
  expect(await openKinds(house)).toEqual(['waiting_by_phone'])
  await moveByHand(house.ctx(programme.coordinator), enrolmentId, { to: 'paused' })
  expect(await openKinds(house)).toEqual([])
})

test('nothing is sent to somebody who was offered a match before the mail leaves', async () => {
  const mentor = await aMentor(house)
  house.clock.advance({ days: 31 })
  await work(house, ['tell-those-waiting'])
  await anOffer(house, { mentor, mentee: await aMentee(house) })
  const told = (await writeMails(house)).filter(({ personId }) => personId === mentor.personId)
  expect(told.map(({ subject }) => subject)).toEqual(['Et forslag fra biblioteket'])
})
