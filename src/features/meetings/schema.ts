import { z } from 'zod'
import { Id, Version } from '../../web/fields.ts'
import { topics } from '../people/topics.ts'
import { shownStates } from './state.ts'

// Meetings owns when and where pairs meet, who takes part, and the outcome.

const Agreement = z.strictObject({
  matchId: Id,
  topics: z.array(z.enum(topics)).min(1).max(topics.length),
})

/** Why meetings are off that nobody cancelled one by one; neither of a pair is told. */
export type LeaveReason = 'match_ended' | 'match_paused' | 'person_suspended'

const attendances = ['present', 'absent', 'absent_excused'] as const

export const RecordMeeting = z
  .strictObject({
    version: Version,
    attendance: z
      .array(z.strictObject({ personId: Id, attendance: z.enum(attendances) }))
      .max(80)
      .meta({
        description:
          'Every participant. The meeting was held when both of at least one pair were present.',
      }),
    minutes: z.int().min(1).max(1440).optional().meta({
      description: 'How long it lasted, when that is known.',
    }),
    agreements: z.array(Agreement).max(40).default([]),
  })
  .meta({
    examples: [
      {
        version: 1,
        attendance: [
          { personId: '0190f5fe-7c00-7a00-8000-000000000001', attendance: 'present' },
          { personId: '0190f5fe-7c00-7a00-8000-000000000002', attendance: 'absent_excused' },
        ],
        minutes: 60,
      },
    ],
  })
export type RecordMeeting = z.output<typeof RecordMeeting>

const Participant = z.object({
  personId: z.string(),
  name: z.string(),
  answer: z.enum(['none', 'yes', 'no', 'another_time']),
  wishes: z
    .array(z.string().meta({ format: 'date-time' }))
    .meta({ description: 'The times that would suit instead' }),
  channel: z
    .enum(['email', 'letter', 'partner', 'phone'])
    .nullable()
    .meta({ description: 'How the answer came when a colleague recorded it' }),
  fastAnswer: z
    .boolean()
    .meta({ description: 'Given within seconds of the mail, perhaps by a program' }),
  attendance: z.enum(['unknown', ...attendances]),
})

export const MeetingView = z.object({
  id: z.string(),
  version: z.int(),
  type: z.enum(['match_meeting', 'meeting']),
  state: z.enum(shownStates).meta({
    description: 'unreported: it is over, and nobody has recorded who was there.',
  }),
  startsAt: z.string().meta({ format: 'date-time' }),
  endsAt: z.string().meta({ format: 'date-time' }),
  minutes: z.int().nullable().meta({ description: 'How long it lasted, when that is known.' }),
  localStart: z.string().meta({ description: 'The time on the wall in Denmark' }),
  place: z.enum(['site', 'online', 'elsewhere']),
  siteId: z.string().nullable(),
  roomId: z.string().nullable(),
  venue: z.string().meta({ description: 'Site, address and room; the link; or where else' }),
  accountId: z.string().nullable().meta({ description: 'The coordinator who takes part' }),
  interpreter: z.boolean(),
  childCare: z.boolean(),
  matchIds: z.array(z.string()),
  participants: z.array(Participant),
  cancellation: z
    .object({
      at: z.string().meta({ format: 'date-time' }),
      by: z.enum(['mentor', 'mentee', 'coordinator']).nullable(),
      reason: z.string(),
      noticeHours: z.int().nullable(),
    })
    .nullable(),
})

export const MeetingId = z.strictObject({ id: Id })
