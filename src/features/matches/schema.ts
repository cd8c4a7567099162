import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { Channel, MatchState } from '../../db/types.ts'
import { Id, PlainDate, Version } from '../../web/fields.ts'
import { Cursor } from '../people/list/cursor.ts'

// Matches owns pairs in which both parties accepted: their episodes from opening to closing, what
// happened in each, and their agreements.

/** Why a pair ends; the two are not told. */
export const closingReasons = [
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

const Reasons = z
  .array(z.enum(closingReasons, 'choice'))
  .min(1, 'required')
  .max(closingReasons.length)

export const MatchId = z.strictObject({ id: Id })

export const MoveMatch = z.strictObject({ version: Version }).meta({ examples: [{ version: 3 }] })

export const PauseMatch = z
  .strictObject({
    version: Version,
    until: PlainDate.optional().meta({ description: 'The day on which the pair goes on.' }),
  })
  .meta({ examples: [{ version: 3, until: '2027-01-04' }] })

export const RecordUnplanned = z
  .strictObject({
    version: Version,
    day: PlainDate,
    minutes: z.int('invalid').min(15, 'tooSmall').max(480, 'tooBig'),
  })
  .meta({ examples: [{ version: 3, day: '2026-12-15', minutes: 60 }] })
export type RecordUnplanned = z.output<typeof RecordUnplanned>

export const AskClosure = z
  .strictObject({
    version: Version,
    side: z.enum(['mentor', 'mentee', 'coordinator'], 'choice').default('coordinator'),
    reasons: Reasons,
  })
  .meta({ examples: [{ version: 3, side: 'mentor', reasons: ['no_time', 'moved'] }] })

export const ConfirmClosure = z
  .strictObject({
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
  .meta({
    examples: [{ version: 4, kind: 'ended_early', reasons: ['moved'], goals: 'mostly' }],
  })
export type ConfirmClosure = z.output<typeof ConfirmClosure>

/** How an answer that a coordinator records was given. */
export const answerChannels = ['phone', 'letter', 'partner'] as const satisfies readonly Channel[]

export const AnswerGoOn = z
  .strictObject({
    version: Version,
    party: z.enum(['mentor', 'mentee'], 'choice'),
    answer: z.enum(['yes', 'no'], 'choice'),
    channel: z.enum(answerChannels, 'choice').default('phone'),
  })
  .meta({ examples: [{ version: 1, party: 'mentee', answer: 'yes', channel: 'phone' }] })

export const matchStates = [
  'accepted',
  'active',
  'paused',
  'closing',
  'closed',
] as const satisfies readonly MatchState[]

/** Which matches a list shows: all that are open, those at risk, or those in a state. */
export const matchFilters = ['open', 'at-risk', ...matchStates] as const
export type MatchFilter = (typeof matchFilters)[number]

export const ListMatches = z.strictObject({
  show: z.enum(matchFilters, 'choice').default('open'),
  cursor: Cursor.optional(),
})
export type ListMatches = z.output<typeof ListMatches>

/** Finds the pairs at risk, and why; the feature that knows stands above this one. */
export type FindRisks = (ctx: Context) => Promise<{ matchId: string; codes: string[] }[]>

const Party = z.object({ enrolmentId: z.string(), name: z.string() })
const Day = z.string().meta({ format: 'date' })
const Moment = z.string().meta({ format: 'date-time' })

export const MatchView = z.object({
  id: z.string(),
  version: z.int(),
  state: z.enum(matchStates),
  mentor: Party,
  mentee: Party,
  acceptedAt: Moment,
  activeOn: Day.nullable(),
  pausedUntil: Day.nullable(),
  risks: z.array(z.string()).meta({ description: 'Why somebody should look after the pair.' }),
  nextMeetingAt: Moment.nullable(),
  lastContactOn: Day.nullable(),
  agreements: z.array(z.string()),
})

export const MatchesView = z.object({
  data: z.array(MatchView),
  links: z.object({ next: z.string().nullable() }),
})

const Side = z.enum(['mentor', 'mentee', 'coordinator'])

export const MatchDetailView = MatchView.extend({
  episodes: z.array(
    z.object({
      number: z.int(),
      openedOn: Day,
      activeOn: Day.nullable(),
      closedOn: Day.nullable(),
      kind: z.string().nullable(),
      closedBy: Side.nullable(),
      reasons: z.array(z.string()),
      goals: z.string().nullable(),
    }),
  ),
  events: z.array(
    z.object({
      kind: z.string(),
      happenedOn: Day,
      recordedAt: Moment,
      side: Side.nullable(),
      reasons: z.array(z.string()),
    }),
  ),
  meetings: z.array(z.object({ id: z.string(), state: z.string(), startsAt: Moment })),
})
