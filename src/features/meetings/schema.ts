import { z } from 'zod'
import { Id } from '../../web/fields.ts'
import { topics } from '../people/topics.ts'

// Meetings owns when and where pairs meet, who takes part, and the outcome.

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
