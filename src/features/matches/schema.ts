import { z } from 'zod'

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

export const MatchView = z.object({
  id: z.string(),
  state: z.enum(['accepted', 'active', 'paused', 'closing', 'closed']),
  acceptedAt: z.string().meta({ format: 'date-time' }),
  mentorName: z.string(),
  menteeName: z.string(),
  agreements: z.array(z.string()),
})
