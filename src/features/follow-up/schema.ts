import { z } from 'zod'
import type { MatchCheckKind, TaskKind } from '../../db/types.ts'
import { Id, PlainDate, Text } from '../../web/fields.ts'

// Follow-up owns when a pair is due to be contacted, what the coordinators heard, and which pairs are
// at risk.

export const checkTasks = {
  'first-contact': 'check_first_contact',
  contact: 'check_contact',
  review: 'check_review',
  decision: 'check_decision',
} as const satisfies Record<MatchCheckKind, TaskKind>

export const spokenWith = ['mentor', 'mentee', 'both'] as const
export const ways = ['phone', 'in-person', 'message', 'online'] as const
export const howItGoes = ['well', 'mixed', 'badly'] as const

/** What a coordinator heard of a pair. Without a day it was today. */
export const RecordCheckIn = z
  .strictObject({
    with: z.enum(spokenWith, 'choice'),
    way: z.enum(ways, 'choice'),
    goes: z.enum(howItGoes, 'choice'),
    note: Text(500).optional(),
    happenedOn: PlainDate.optional(),
  })
  .meta({ examples: [{ with: 'both', way: 'phone', goes: 'well' }] })
export type RecordCheckIn = z.output<typeof RecordCheckIn>

export const MatchId = z.strictObject({ id: Id })

const riskCodes = [
  'no_first_meeting',
  'none_held',
  'missed_by_mentor',
  'missed_by_mentee',
  'fit_not_good',
  'check_overdue',
  'mail_refused',
  'party_suspended',
] as const
export type RiskCode = (typeof riskCodes)[number]
