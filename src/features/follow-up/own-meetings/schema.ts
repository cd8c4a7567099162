import { z } from 'zod'
import { Id, LocalTime, PlainDate, Text } from '../../../web/fields.ts'
import { occurrences } from '../../places/wall-time.ts'

/** How long a meeting of a pair can be said to last. */
export const lengths = [30, 60, 90, 120, 180] as const

/** A meeting that one of a pair proposes to the other. */
export const ProposeMeeting = z.strictObject({
  localStart: LocalTime,
  occurrence: z.enum(occurrences, 'choice').optional(),
  minutes: z.literal(lengths, 'choice'),
  place: z.enum(['site', 'online', 'elsewhere'], 'choice'),
  siteId: Id.optional(),
  placeText: Text(100).optional(),
})
export type ProposeMeeting = z.output<typeof ProposeMeeting>

/** What is kept of it until the other answers. */
export const ProposedMeeting = z.object({
  localStart: z.string().transform((text) => Temporal.PlainDateTime.from(text)),
  occurrence: z.enum(occurrences).optional(),
  minutes: z.number(),
  place: z.enum(['site', 'online', 'elsewhere']),
  siteId: z.string().optional(),
  placeText: z.string().optional(),
})
export type ProposedMeeting = z.output<typeof ProposedMeeting>

export const LogMeeting = z.strictObject({
  day: PlainDate,
  minutes: z.literal(lengths, 'choice'),
})
export type LogMeeting = z.output<typeof LogMeeting>
