import { beforeEach, describe, expect, test } from 'vitest'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { answerProposal } from '../../../src/features/proposals/answer.ts'
import { approveProposal } from '../../../src/features/proposals/approve.ts'
import { rejectProposal } from '../../../src/features/proposals/reject.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMatch,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  coordinatorOf,
  type Programme,
  proposalOf,
  stateOf,
} from '../../support/people.ts'
import { dump } from '../../support/dump.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const approve = (id: string) => approveProposal(house.ctx(programme.coordinator), id)
const mails = () =>
  house.db.selectFrom('mail').select(['personId', 'kind', 'state', 'subjectId']).execute()
const matches = () => house.db.selectFrom('match').selectAll().execute()

describe('approving a proposal', () => {
  test('offers it for fourteen days and asks both people by mail', async () => {
    const { proposalId, mentor, mentee } = await aDraft(house)
    await approve(proposalId)
    const proposal = await proposalOf(house, proposalId)
    expect(proposal).toMatchObject({
      state: 'offered',
      decidedBy: `staff:${programme.coordinator.id}`,
    })
    expect(proposal.expiresAt?.toString()).toBe('2026-12-07T09:00:00Z')
    expect(await stateOf(house, mentee.enrolmentId)).toBe('offered')
    expect(await stateOf(house, mentor.enrolmentId)).toBe('ready')
    const asked = await mails()
    expect(asked.map((mail) => mail.personId).sort()).toEqual(
      [mentor.personId, mentee.personId].sort(),
    )
    for (const mail of asked)
      expect(mail).toMatchObject({
        kind: 'answer-request',
        state: 'pending',
        subjectId: proposalId,
      })
  })

  test('refuses a decided proposal, and queues nothing', async () => {
    const { proposalId } = await anOffer(house)
    const before = await mails()
    await expect(approve(proposalId)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'offered',
    })
    expect(await mails()).toEqual(before)
  })

  test('refuses when the mentee is no longer ready, with their state', async () => {
    const { proposalId, mentee } = await aDraft(house)
    await moveByHand(house.ctx(programme.coordinator), mentee.enrolmentId, { to: 'paused' })
    await expect(approve(proposalId)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'withdrawn',
    })
    expect(await mails()).toEqual([])
  })

  test('refuses when the mentor is no longer ready', async () => {
    const { proposalId, mentor } = await aDraft(house)
    await moveByHand(house.ctx(programme.coordinator), mentor.enrolmentId, { to: 'paused' })
    await expect(approve(proposalId)).rejects.toMatchObject({ state: 'withdrawn' })
  })

  test('refuses a mentor whose only place is on offer to another', async () => {
    const mentor = await aMentor(house)
    const { proposalId } = await aDraft(house, { mentor, mentee: await aMentee(house) })
    await anOffer(house, { mentor, mentee: await aMentee(house) })
    await expect(approve(proposalId)).rejects.toMatchObject({ type: 'no-capacity' })
  })

  test('refuses a mentor whose only place is taken by a match', async () => {
    const mentor = await aMentor(house)
    const { proposalId } = await aDraft(house, { mentor, mentee: await aMentee(house) })
    await aMatch(house, { mentor, mentee: await aMentee(house) })
    await expect(approve(proposalId)).rejects.toMatchObject({ type: 'no-capacity' })
  })

  test('offers a mentor with two places to two mentees', async () => {
    const mentor = await aMentor(house, { capacity: 2 })
    for (let mentees = 0; mentees < 2; mentees++)
      await anOffer(house, { mentor, mentee: await aMentee(house) })
    expect((await mails()).length).toBe(4)
  })

  test('finds no proposal of another municipality', async () => {
    const { proposalId } = await aDraft(house)
    await expect(
      approveProposal(house.ctx(coordinatorOf('0265')), proposalId),
    ).rejects.toMatchObject({ type: 'not-found' })
    expect(await proposalOf(house, proposalId)).toMatchObject({ state: 'draft' })
  })
})

describe('rejecting a proposal', () => {
  test('stores the reason and leaves both in the pool', async () => {
    const { proposalId, mentor, mentee } = await aDraft(house)
    const reason = 'De bor i samme opgang'
    await rejectProposal(house.ctx(programme.coordinator), proposalId, { reason })
    expect(await proposalOf(house, proposalId)).toMatchObject({
      state: 'rejected',
      rejectionReason: reason,
      decidedBy: `staff:${programme.coordinator.id}`,
    })
    expect(await stateOf(house, mentor.enrolmentId)).toBe('ready')
    expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
    expect(await mails()).toEqual([])
  })

  test('refuses a proposal that was offered', async () => {
    const { proposalId } = await anOffer(house)
    await expect(
      rejectProposal(house.ctx(programme.coordinator), proposalId, { reason: 'Fortrudt' }),
    ).rejects.toMatchObject({ type: 'state-conflict', state: 'offered' })
  })
})

describe('answering a proposal', () => {
  const say = (id: string, party: 'mentor' | 'mentee', answer: 'yes' | 'no') =>
    answerProposal(house.ctx(), id, party, { answer })

  test('leaves it offered after the first yes', async () => {
    const { proposalId, mentee } = await anOffer(house)
    expect(await say(proposalId, 'mentee', 'yes')).toEqual({ state: 'offered', matchId: null })
    expect(await proposalOf(house, proposalId)).toMatchObject({
      state: 'offered',
      menteeAnswer: 'yes',
      mentorAnswer: null,
    })
    expect(await stateOf(house, mentee.enrolmentId)).toBe('offered')
    expect(await matches()).toEqual([])
  })

  test.each([
    ['mentor', 'mentee'],
    ['mentee', 'mentor'],
  ] as const)('opens the match with the second yes, the %s first', async (first, second) => {
    const { proposalId, mentor, mentee } = await anOffer(house)
    await say(proposalId, first, 'yes')
    house.clock.advance({ hours: 5 })
    const { state, matchId } = await say(proposalId, second, 'yes')
    expect(state).toBe('accepted')
    expect(await stateOf(house, mentee.enrolmentId)).toBe('matched')
    expect(await stateOf(house, mentor.enrolmentId)).toBe('ready')
    const [match, ...others] = await matches()
    expect(others).toEqual([])
    expect(match).toMatchObject({
      id: matchId,
      proposalId,
      state: 'accepted',
      mentorId: mentor.enrolmentId,
      menteeId: mentee.enrolmentId,
    })
    expect(match?.acceptedAt.toString()).toBe('2026-11-23T14:00:00Z')
  })

  test.each(['mentor', 'mentee'] as const)('frees both when the %s says no', async (party) => {
    const { proposalId, mentor, mentee } = await anOffer(house)
    const other = party === 'mentor' ? 'mentee' : 'mentor'
    await say(proposalId, other, 'yes')
    const code = 'no_time_now'
    await answerProposal(house.ctx(), proposalId, party, { answer: 'no', declineCode: code })
    expect(await proposalOf(house, proposalId)).toMatchObject({
      state: 'declined',
      declineCode: code,
      [`${party}Answer`]: 'no',
    })
    expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
    expect(await stateOf(house, mentor.enrolmentId)).toBe('ready')
    expect(await matches()).toEqual([])
    const next = await aDraft(house, { mentor, mentee: await aMentee(house) })
    await approve(next.proposalId)
  })

  test('stores no decline code with a yes', async () => {
    const { proposalId } = await anOffer(house)
    const command = { answer: 'yes', declineCode: 'other' } as const
    await answerProposal(house.ctx(), proposalId, 'mentor', command)
    expect(await proposalOf(house, proposalId)).toMatchObject({ declineCode: null })
  })

  test('keeps the start of the mentee’s wait when an offer is declined', async () => {
    const { proposalId, mentee } = await anOffer(house)
    house.clock.advance({ days: 3 })
    await say(proposalId, 'mentor', 'no')
    const { readySince, stateSince } = await house.db
      .selectFrom('enrolment')
      .selectAll()
      .where('id', '=', mentee.enrolmentId)
      .executeTakeFirstOrThrow()
    expect(readySince?.toString()).toBe('2026-11-23T09:00:00Z')
    expect(stateSince.toString()).toBe('2026-11-26T09:00:00Z')
  })

  test('can be changed while the other has not answered', async () => {
    const { proposalId } = await anOffer(house)
    await say(proposalId, 'mentor', 'yes')
    expect(await say(proposalId, 'mentor', 'no')).toMatchObject({ state: 'declined' })
  })

  test('said again changes nothing, writes nothing into the record, and gives the same match', async () => {
    const { proposalId } = await anOffer(house)
    const say = (party: 'mentor' | 'mentee') =>
      answerProposal(house.ctx(), proposalId, party, { answer: 'yes' })
    for (const party of ['mentor', 'mentee'] as const) {
      const first = await say(party)
      const before = await dump(house)
      house.clock.advance({ hours: 1 })
      expect(await say(party)).toEqual(first)
      expect(await dump(house)).toBe(before)
    }
    const [match] = await matches()
    expect(await say('mentor')).toEqual({ state: 'accepted', matchId: match!.id })
  })

  test('is final once both have said yes', async () => {
    const { proposalId } = await aMatch(house)
    await expect(say(proposalId, 'mentor', 'no')).rejects.toMatchObject({
      type: 'already-answered',
      state: 'accepted',
    })
  })

  test('is final once one has said no', async () => {
    const { proposalId } = await anOffer(house)
    await say(proposalId, 'mentor', 'no')
    for (const party of ['mentor', 'mentee'] as const)
      await expect(say(proposalId, party, 'yes')).rejects.toMatchObject({
        type: 'already-answered',
        state: 'declined',
      })
  })

  test('is refused from the second in which the offer expires', async () => {
    const { proposalId } = await anOffer(house)
    house.clock.advance({ days: 14, seconds: -1 })
    await say(proposalId, 'mentor', 'yes')
    house.clock.advance({ seconds: 1 })
    await expect(say(proposalId, 'mentee', 'yes')).rejects.toMatchObject({
      type: 'link-expired',
      state: 'expired',
    })
    expect(await matches()).toEqual([])
  })

  test('refuses an answer to a draft', async () => {
    const { proposalId } = await aDraft(house)
    await expect(say(proposalId, 'mentor', 'yes')).rejects.toMatchObject({
      type: 'link-expired',
      state: 'draft',
    })
  })
})
