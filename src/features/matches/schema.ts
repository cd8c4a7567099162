import { z } from 'zod'
import { Id, PlainDate } from '../../web/fields.ts'

// Matches owns pairs in which both parties accepted: their episodes from opening to closing, what
// happened in each, and their agreements.

/** Why a pair ends; the two are not told. */
const closingReasons = [
  'goal_reached',
  'no_more_need',
  'no_time',
  'moved',
  'job_or_study',
  'no_contact',
  'repeated_no_show',
  'no_common_time',
  'language',
  'topic_mismatch',
  'gender_wish',
  'personal',
  'safety',
  'technical',
  'new_partner',
  'residence_ended',
  'account_or_consent_withdrawn',
  'other',
] as const
export type ClosingReason = (typeof closingReasons)[number]

const Version = z
  .int()
  .min(1)
  .meta({ description: 'The version that you read; a match that has moved since is not moved.' })
const Reasons = z
  .array(z.enum(closingReasons, 'choice'))
  .min(1, 'required')
  .max(closingReasons.length)

export const MatchId = z.strictObject({ id: Id })

export const MoveMatch = z.strictObject({ version: Version })

export const PauseMatch = z.strictObject({
  version: Version,
  until: PlainDate.optional().meta({ description: 'The day on which the pair goes on.' }),
})

export const AskClosure = z.strictObject({
  version: Version,
  side: z.enum(['mentor', 'mentee', 'coordinator'], 'choice').default('coordinator'),
  reasons: Reasons,
})

export const ConfirmClosure = z.strictObject({
  version: Version,
  kind: z.enum(['completed', 'ended_early', 'never_started'], 'choice'),
  reasons: Reasons,
  goals: z.enum(['yes', 'mostly', 'partly', 'no'], 'choice').optional(),
  closedOn: PlainDate.optional().meta({ description: 'When it ended; today when left out.' }),
  mentee: z
    .enum(['ready', 'left'], 'choice')
    .default('ready')
    .meta({ description: 'Whether the mentee waits for a new match or leaves the programme.' }),
})
export type ConfirmClosure = z.output<typeof ConfirmClosure>

export const AnswerGoOn = z.strictObject({
  party: z.enum(['mentor', 'mentee'], 'choice'),
  answer: z.enum(['yes', 'no'], 'choice'),
  channel: z.enum(['phone', 'letter', 'partner'], 'choice').default('phone'),
})

export const MatchView = z.object({
  id: z.string(),
  state: z.enum(['accepted', 'active', 'paused', 'closing', 'closed']),
  acceptedAt: z.string().meta({ format: 'date-time' }),
  mentorName: z.string(),
  menteeName: z.string(),
  agreements: z.array(z.string()),
})
