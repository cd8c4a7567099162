import { z } from 'zod'
import type { ClosingReason } from '../../matches/schema.ts'

/** The reasons that one of the two can give; the others are for coordinators. */
export const ownReasons = [
  'goal_reached',
  'no_more_need',
  'no_time',
  'moved',
  'job_or_study',
  'no_contact',
  'no_common_time',
  'language',
  'topic_mismatch',
  'personal',
  'new_partner',
  'other',
] as const satisfies readonly ClosingReason[]

export const EndPair = z.strictObject({
  version: z.int('invalid').min(1),
  reasons: z.array(z.enum(ownReasons, 'choice')).min(1, 'required').max(ownReasons.length),
})
