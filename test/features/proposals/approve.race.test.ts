import { beforeEach, describe, expect, test } from 'vitest'
import { approveProposal } from '../../../src/features/proposals/approve.ts'
import { answerProposal } from '../../../src/features/proposals/answer.ts'
import { runMatching } from '../../../src/features/runs/queue/run.ts'
import type { Problem } from '../../../src/problems.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  aRun,
  type Programme,
  readyPair,
  stateOf,
} from '../../support/people.ts'
import { work } from '../../support/duties.ts'
import { seeds } from '../../support/tries.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const approve = (id: string) => approveProposal(house.ctx(programme.coordinator), id)
const offered = () =>
  house.db.selectFrom('proposal').selectAll().where('state', '=', 'offered').execute()
const rejections = (results: PromiseSettledResult<unknown>[]) =>
  results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))

describe('approving at once', () => {
  // Two mentors with three places for three mentees, all proposed to all, and two mentees also to a
  // third mentor who is full: in every order all three mentees can be served.
  test.each(seeds(50, 2))(
    'fills every place that can be filled, and no place twice (%i)',
    async () => {
      const mentors = [await aMentor(house, { capacity: 2 }), await aMentor(house, { capacity: 1 })]
      const mentees = [await aMentee(house), await aMentee(house), await aMentee(house)]
      const drafts: string[] = []
      for (const mentor of mentors)
        for (const mentee of mentees)
          drafts.push((await aDraft(house, { mentor, mentee })).proposalId)
      const strangers = [await aMentee(house), await aMentee(house)]
      for (const mentee of strangers)
        drafts.push((await aDraft(house, { mentor: mentors[0]!, mentee })).proposalId)
      expect(drafts.length).toBe(8)

      const clicks = Array.from({ length: 64 }, (_, at) => drafts[(at * 5) % 8]!)
      const results = await Promise.allSettled(clicks.map(approve))

      for (const reason of rejections(results))
        expect(['state-conflict', 'no-capacity']).toContain((reason as Problem).type)
      const offers = await offered()
      expect(results.length - rejections(results).length).toBe(offers.length)
      const givenBy = (at: number) =>
        offers.filter((offer) => offer.mentorId === mentors[at]!.enrolmentId).length
      expect(givenBy(0)).toBe(2)
      // The second mentor's place is given unless the first took every mentee it was proposed for.
      const free = mentees.filter(
        (mentee) => !offers.some((offer) => offer.menteeId === mentee.enrolmentId),
      )
      expect(givenBy(1)).toBe(1)
      expect(free.length).toBeLessThan(3)
      expect(new Set(offers.map((offer) => offer.menteeId)).size).toBe(3)
      const mails = await house.db.selectFrom('mail').select('subjectId').execute()
      expect(mails.length).toBe(2 * offers.length)
      for (const offer of offers) expect(await stateOf(house, offer.menteeId)).toBe('offered')
    },
  )

  test('approving twice at once asks both people once', async () => {
    const { proposalId } = await aDraft(house)
    const results = await Promise.allSettled([1, 2, 3, 4].map(() => approve(proposalId)))
    expect(rejections(results)).toMatchObject(
      [1, 2, 3].map(() => ({ type: 'state-conflict', state: 'offered' })),
    )
    expect((await house.db.selectFrom('mail').select('id').execute()).length).toBe(2)
  })
})

describe('answering at once', () => {
  test.each(seeds(50, 2))('two people saying yes at once make one match (%i)', async () => {
    const { proposalId } = await anOffer(house)
    const say = (party: 'mentor' | 'mentee') =>
      answerProposal(house.ctx(), proposalId, party, { answer: 'yes' })
    const answers = await Promise.all([say('mentor'), say('mentee'), say('mentor'), say('mentee')])
    expect(answers.map(({ state }) => state)).toContain('accepted')
    expect((await house.db.selectFrom('match').select('id').execute()).length).toBe(1)
  })

  test.each(seeds(50, 2))('a yes and a no at once leave no match (%i)', async () => {
    const { proposalId, mentee } = await anOffer(house)
    await Promise.allSettled([
      answerProposal(house.ctx(), proposalId, 'mentor', { answer: 'yes' }),
      answerProposal(house.ctx(), proposalId, 'mentee', { answer: 'no' }),
    ])
    expect(await house.db.selectFrom('match').select('id').execute()).toEqual([])
    expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
  })
})

describe('running the matching at once', () => {
  const run = () => aRun(house, programme.coordinator)

  test('two runs leave every pair proposed once', async () => {
    for (let pairs = 0; pairs < 4; pairs++) await readyPair(house)
    const runs = await Promise.all([run(), run(), run()])
    expect(runs.map((made) => made.run.matched)).toEqual([4, 4, 4])
    const drafts = await house.db
      .selectFrom('proposal')
      .selectAll()
      .where('state', '=', 'draft')
      .execute()
    expect(drafts.length).toBe(4)
  })

  test.each(seeds(50, 2))(
    'a run during approvals proposes no one who was just asked (%i)',
    async () => {
      for (let pairs = 0; pairs < 4; pairs++) await readyPair(house)
      const { proposalIds } = await run()
      const results = await Promise.allSettled([
        ...proposalIds.slice(0, 2).map(approve),
        run(),
        ...proposalIds.slice(2).map(approve),
      ])
      for (const reason of rejections(results))
        expect(reason).toMatchObject({ type: 'state-conflict', state: 'superseded' })
      const asked = new Set((await offered()).map((offer) => offer.menteeId))
      const drafts = await house.db
        .selectFrom('proposal')
        .selectAll()
        .where('state', '=', 'draft')
        .execute()
      expect(drafts.filter((draft) => asked.has(draft.menteeId))).toEqual([])
      expect(asked.size + drafts.length).toBe(4)
    },
  )

  test.each(seeds(50, 2))(
    'a worker that publishes during approvals leaves no draft that approval would refuse (%i)',
    async () => {
      const mentors = [await aMentor(house, { capacity: 2 }), await aMentor(house, { capacity: 2 })]
      for (let more = 0; more < 6; more++) await aMentee(house)
      const { proposalIds } = await run()
      const office = house.ctx(programme.coordinator)
      await runMatching(office, '0461', { objective: 'coverage' }, { atOnce: 0 })
      await Promise.allSettled([
        ...proposalIds.slice(0, 2).map(approve),
        work(house, ['run']),
        ...proposalIds.slice(2).map(approve),
      ])
      const drafts = await house.db
        .selectFrom('proposal')
        .selectAll()
        .where('state', '=', 'draft')
        .execute()
      for (const { id } of drafts) await approve(id)
      const offers = await offered()
      expect(offers.length).toBe(4)
      for (const { enrolmentId } of mentors)
        expect(offers.filter(({ mentorId }) => mentorId === enrolmentId).length).toBe(2)
    },
  )
})
