import { z } from 'zod'
import { Id, Instant } from '../../web/fields.ts'
import { topics } from '../people/topics.ts'

// Meetings owns when and where pairs meet, who takes part, and the outcome.

const MatchIds = z.array(Id).min(1).max(40)

export const FindSlots = z.strictObject({
  match: z.union([Id.transform((id) => [id]), MatchIds]),
})

export const PlanMeeting = z
  .strictObject({
    matchIds: MatchIds,
    siteId: Id,
    startsAt: Instant,
    minutes: z.int().min(15).max(480).default(60),
  })
  .meta({
    examples: [
      {
        matchIds: ['0190f5fe-7c00-7a00-8000-000000000001'],
        siteId: '0190f5fe-7c00-7a00-8000-000000000002',
        startsAt: '2026-12-01T17:00:00+01:00',
        minutes: 60,
      },
    ],
  })
export type PlanMeeting = z.output<typeof PlanMeeting>

const Agreement = z.strictObject({
  matchId: Id,
  topics: z.array(z.enum(topics)).min(1).max(topics.length),
})

export const RecordMeeting = z
  .strictObject({
    outcome: z.enum(['held', 'no_show']),
    absentPersonIds: z.array(Id).max(80).default([]),
    agreements: z.array(Agreement).max(40).default([]),
  })
  .meta({
    examples: [
      {
        outcome: 'held',
        agreements: [
          {
            matchId: '0190f5fe-7c00-7a00-8000-000000000001',
            topics: ['dansk', 'skrive_fortaelling'],
          },
        ],
      },
    ],
  })
export type RecordMeeting = z.output<typeof RecordMeeting>

export const SlotView = z.object({
  startsAt: z.string().meta({ format: 'date-time' }),
  notFree: z.array(z.string()).meta({ description: 'Names of the participants who are not free' }),
})

export const MeetingView = z.object({
  id: z.string(),
  type: z.enum(['match_meeting', 'meeting']),
  state: z.enum(['scheduled', 'held', 'cancelled', 'no_show']),
  startsAt: z.string().meta({ format: 'date-time' }),
  endsAt: z.string().meta({ format: 'date-time' }),
  siteName: z.string(),
  matchIds: z.array(z.string()),
})

export const MeetingId = z.strictObject({ id: Id })
