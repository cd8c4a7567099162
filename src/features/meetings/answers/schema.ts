import { z } from 'zod'
import type { Channel } from '../../../db/types.ts'
import { Id, Instant, Version } from '../../../web/fields.ts'

/** How many other times are offered, and may be wished. */
const timesOffered = 3

const given = {
  answer: z.enum(['yes', 'no', 'another_time'], 'choice'),
  wishes: z
    .array(Instant)
    .max(timesOffered)
    .default([])
    .meta({ description: 'The times that would suit, with `another_time`' }),
}

function mayWish({ answer, wishes }: { answer: string; wishes: readonly unknown[] }): boolean {
  return answer === 'another_time' || wishes.length === 0
}
const wishesAlone = { error: 'choice', path: ['wishes'] }

/** What a participant answers for themselves. */
export const AnswerMeeting = z.strictObject(given).refine(mayWish, wishesAlone)
export type AnswerMeeting = z.output<typeof AnswerMeeting>

export const channels = [
  'phone',
  'email',
  'letter',
  'partner',
] as const satisfies readonly Channel[]

/** What a colleague records for a participant. */
export const AnswerForParticipant = z
  .strictObject({ version: Version, personId: Id, ...given, channel: z.enum(channels, 'choice') })
  .refine(mayWish, wishesAlone)
  .meta({
    examples: [
      {
        version: 1,
        personId: '0190f5fe-7c00-7a00-8000-000000000001',
        answer: 'yes',
        channel: 'phone',
      },
    ],
  })
