import { beforeEach, describe, expect, test } from 'vitest'
import { askClosure } from '../../../src/features/matches/closing/ask-closure.ts'
import { confirmClosure } from '../../../src/features/matches/closing/confirm-closure.ts'
import { cancelMeeting } from '../../../src/features/meetings/changes/cancel.ts'
import { moveByHand } from '../../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { exportPerson } from '../../../src/features/privacy/export-person.ts'
import { answerProposal } from '../../../src/features/proposals/answer.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMeeting,
  anOffer,
  aProgramme,
  type Pair,
  type Party,
  type Programme,
} from '../../support/people.ts'
import { drawn } from '../../support/tries.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const by = ({ personId: id }: Party) =>
  house.ctx({ kind: 'person', id, municipality: programme.municipality })
const roles = ['mentor', 'mentee'] as const
const other = { mentor: 'mentee', mentee: 'mentor' } as const

/** What the one did for a reason of their own, and the words by which the other would know. */
const acts: Record<
  string,
  (role: 'mentor' | 'mentee') => Promise<{ pair: Pair; words: string[] }>
> = {
  'said no to the proposal': async (role) => {
    const pair = await anOffer(house)
    const given = { mentor: 'no_common_time', mentee: 'no_common_time' } as const
    await answerProposal(house.ctx(), pair.proposalId, other[role], { answer: 'yes' })
    await answerProposal(by(pair[role]), pair.proposalId, role, {
      ...{ answer: 'no', declineCode: given[role] },
    })
    return { pair, words: ['declined', 'no_common_time', '"no"'] }
  },
  'cancelled a meeting': async (role) => {
    const pair = await aMeeting(house, programme)
    await cancelMeeting(by(pair[role]), pair.meetingId, { by: role, reason: 'ill' })
    return { pair, words: ['"ill"', `"cancelled_side":"${role}"`] }
  },
  'asked that the pair ends': async (role) => {
    const pair = await aMeeting(house, programme)
    await askClosure(by(pair[role]), pair.matchId, { side: role, reasons: ['gender_wish'] })
    await confirmClosure(house.ctx(programme.coordinator), pair.matchId, {
      ...{
        kind: 'never_started',
        reasons: ['gender_wish'],
        goals: 'no',
        mentee: 'ready',
        version: 2,
      },
    })
    return { pair, words: ['gender_wish', `"closed_by":"${role}"`, `"side":"${role}"`] }
  },
  'left the programme': async (role) => {
    const pair = await aMeeting(house, programme)
    const move = { to: 'left', reason: 'Kanarie' } as const
    await moveByHand(house.ctx(programme.coordinator), pair[role].enrolmentId, move)
    return { pair, words: ['Kanarie', 'account_or_consent_withdrawn', `"side":"${role}"`] }
  },
  'was suspended, if a mentor': async (role) => {
    const pair = await aMeeting(house, programme)
    const move = { to: 'suspended', reason: 'Kanarie' } as const
    if (role === 'mentor')
      await moveByHand(house.ctx(programme.coordinator), pair.mentor.enrolmentId, move)
    return { pair, words: ['Kanarie', 'suspended'] }
  },
}

describe.each(Object.entries(acts))('an export of somebody whose other %s', (_, act) => {
  test.each(drawn(roles))('says neither that it was they nor why: the %s', async (role) => {
    const { pair, words } = await act(role)
    const reader = pair[other[role]]
    const text = JSON.stringify(await exportPerson(house.ctx(), reader.personId))
    expect(words.filter((word) => text.includes(word))).toEqual([])
    expect(text).not.toContain(`person:${pair[role].personId}`)
    expect(text).not.toContain('"by":"person"')
  })
})

test('an export has one’s own answers, reasons and acts', async () => {
  const { pair } = await acts['said no to the proposal']!('mentee')
  const offered = JSON.stringify(await exportPerson(house.ctx(), pair.mentee.personId))
  for (const word of ['"mentee_answer":"no"', 'no_common_time', 'declined by mentee'])
    expect(offered).toContain(word)
  expect(offered).not.toContain('mentor_answer')
  const met = (await acts['cancelled a meeting']!('mentee')).pair
  const data = await exportPerson(house.ctx(), met.mentee.personId)
  expect(data.meeting).toMatchObject([
    {
      ...{ cancelled_side: 'mentee', cancelled_reason: 'ill' },
      cancelled_by: `person:${met.mentee.personId}`,
    },
  ])
})
