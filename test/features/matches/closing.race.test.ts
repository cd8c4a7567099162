import { beforeEach, expect, test } from 'vitest'
import { askClosure } from '../../../src/features/matches/closing/ask-closure.ts'
import { confirmClosure } from '../../../src/features/matches/closing/confirm-closure.ts'
import { reopenMatch } from '../../../src/features/matches/closing/reopen.ts'
import { endMatches } from '../../../src/features/matches/end.ts'
import { answerGoOn } from '../../../src/features/matches/go-on/answer.ts'
import { recordMeetingOfMatches } from '../../../src/features/matches/record-meeting.ts'
import { ConfirmClosure } from '../../../src/features/matches/schema.ts'
import { approveProposal } from '../../../src/features/proposals/approve.ts'
import type { Problem } from '../../../src/problems.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMatch,
  aMeeting,
  aMentee,
  aProgramme,
  type Programme,
  stateOf,
} from '../../support/people.ts'
import { seeds } from '../../support/tries.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const by = () => house.ctx(programme.coordinator)
const rejections = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Problem] : []))
const stateOfMatch = async (id: string) =>
  (
    await house.db
      .selectFrom('match')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).state
const events = (kind: 'closed' | 'activated' | 'opened') =>
  house.db.selectFrom('matchEvent').select('id').where('kind', '=', kind).execute()

test.each(seeds(100, 2))('two coordinators confirm an end: it ends once (%i)', async () => {
  const { matchId, mentee } = await aMatch(house)
  await askClosure(by(), matchId, { side: 'coordinator', reasons: ['moved'] })
  const command = { version: 2, kind: 'never_started', reasons: ['moved'] }
  const results = await Promise.allSettled(
    [1, 2, 3, 4].map(() => confirmClosure(by(), matchId, ConfirmClosure.parse(command))),
  )
  expect(rejections(results).map(({ type }) => type)).toEqual(['stale', 'stale', 'stale'])
  expect((await events('closed')).length).toBe(1)
  expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
  const mails = await house.db
    .selectFrom('mail')
    .select('id')
    .where('kind', '=', 'match-closed')
    .execute()
  expect(mails.length).toBe(2)
})

test.each(seeds(200, 3))('a yes and a no at once leave no match (%i)', async (seed) => {
  const { matchId, meetingId, mentor, mentee } = await aMeeting(house, programme)
  house.clock.set('2026-11-26T09:00:00Z')
  await recordMeetingOfMatches(by(), meetingId, { agreements: [] })
  const questions = await house.db.selectFrom('question').selectAll().execute()
  const own = ({ personId }: { personId: string }) =>
    questions.find((question) => question.personId === personId)!
  const answers = [
    () => answerGoOn(house.ctx(), own(mentor), 'yes'),
    () => answerGoOn(house.ctx(), own(mentee), 'no'),
    () => endMatches(by(), mentor.enrolmentId),
  ].slice(0, seed % 2 === 0 ? 2 : 3)
  const results = await Promise.allSettled(
    (seed % 3 === 0 ? answers.toReversed() : answers).map((answer) => answer()),
  )
  for (const { type } of rejections(results))
    expect(['already-answered', 'link-expired']).toContain(type)
  expect(await stateOfMatch(matchId)).toBe('closed')
  expect((await events('closed')).length).toBe(1)
  expect(await events('activated')).toEqual([])
  expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
})

test.each(seeds(100, 2))('two yeses at once make it active once (%i)', async () => {
  const { matchId, meetingId } = await aMeeting(house, programme)
  house.clock.set('2026-11-26T09:00:00Z')
  await recordMeetingOfMatches(by(), meetingId, { agreements: [] })
  const questions = await house.db.selectFrom('question').selectAll().execute()
  await Promise.all(questions.map((question) => answerGoOn(house.ctx(), question, 'yes')))
  expect(await stateOfMatch(matchId)).toBe('active')
  expect((await events('activated')).length).toBe(1)
})

test.each(seeds(100, 2))(
  'a match opened again beside an approval takes the last place once (%i)',
  async () => {
    const { matchId, mentor } = await aMatch(house)
    await endMatches(by(), (await pairOf(matchId)).menteeId)
    await house.db.updateTable('enrolment').set({ state: 'ready' }).execute()
    const { proposalId } = await aDraft(house, { mentor, mentee: await aMentee(house) })
    const results = await Promise.allSettled([
      reopenMatch(by(), matchId),
      reopenMatch(by(), matchId),
      approveProposal(by(), proposalId),
    ])
    expect(rejections(results).length).toBe(2)
    const open = await house.db
      .selectFrom('match')
      .select('id')
      .where('state', '<>', 'closed')
      .execute()
    const offers = await house.db
      .selectFrom('proposal')
      .select('id')
      .where('state', '=', 'offered')
      .execute()
    expect(open.length + offers.length).toBe(1)
  },
)

const pairOf = (id: string) =>
  house.db.selectFrom('match').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
