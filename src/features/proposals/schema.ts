import { z } from 'zod'
import type { Channel, ProposalState } from '../../db/types.ts'
import { Id, Text } from '../../web/fields.ts'

// Proposals owns the pairs that were proposed, from draft to both people's answers.

export const RejectProposal = z
  .strictObject({ reason: Text(280) })
  .meta({ examples: [{ reason: 'De kender hinanden i forvejen' }] })
export type RejectProposal = z.output<typeof RejectProposal>

export const declineCodes = [
  'no_time_now',
  'wrong_topic',
  'no_common_time',
  'distance',
  'language',
  'gender_wish',
  'knows_person',
  'other_person_better',
  'other',
] as const

export const AnswerProposal = z.strictObject({
  answer: z.enum(['yes', 'no'], 'choice'),
  declineCode: z.enum(declineCodes).optional(),
})
export type AnswerProposal = z.output<typeof AnswerProposal>

/** How an answer that a coordinator records was given. */
export const answerChannels = ['phone', 'letter', 'partner'] as const satisfies readonly Channel[]

export const AnswerForParty = z
  .strictObject({
    party: z.enum(['mentor', 'mentee']),
    channel: z.enum(answerChannels).default('phone'),
    answer: AnswerProposal.shape.answer,
    declineCode: AnswerProposal.shape.declineCode,
  })
  .meta({
    examples: [
      { party: 'mentor', answer: 'yes' },
      { party: 'mentee', channel: 'letter', answer: 'no', declineCode: 'no_common_time' },
    ],
  })

export const proposalStates = [
  'draft',
  'rejected',
  'offered',
  'accepted',
  'declined',
  'expired',
  'superseded',
  'withdrawn',
] as const satisfies readonly ProposalState[]

export const ListProposals = z.strictObject({ state: z.enum(proposalStates).optional() })

const Party = z.object({
  enrolmentId: z.string(),
  name: z.string(),
  answer: z.enum(['yes', 'no']).nullable(),
})

export const ProposalView = z.object({
  id: z.string(),
  state: z.enum(proposalStates),
  score: z.int().meta({ description: 'Parts per million; pages show 0–100.' }),
  parts: z.array(
    z.object({ term: z.string(), points: z.int(), outOf: z.int(), facts: z.unknown() }),
  ),
  mentor: Party,
  mentee: Party,
})

export const AnswerView = z.object({
  state: z.enum(['offered', 'accepted', 'declined']),
  matchId: z.string().nullable(),
})

export const ProposalId = z.strictObject({ id: Id })
