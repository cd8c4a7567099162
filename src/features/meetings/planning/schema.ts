import { z } from 'zod'
import { Id, Text } from '../../../web/fields.ts'
import { saysWhen, when, whenIssue } from '../../places/schema.ts'

const MatchIds = z
  .array(Id)
  .min(1)
  .max(20)
  .refine((ids) => new Set(ids).size === ids.length, 'repeated')

const Minutes = z.int('invalid').min(15).max(480)

/** What is needed besides the pairs, when times are looked for. */
const place = {
  place: z.enum(['site', 'online', 'elsewhere'], 'choice').optional(),
  siteId: Id.optional(),
  roomId: Id.optional(),
  accountId: z
    .union([Id, z.literal('none')])
    .optional()
    .meta({ description: 'The coordinator who takes part: by default the one who plans' }),
}

export const FindTimes = z.strictObject({
  match: z.union([Id.transform((id) => [id]), MatchIds]),
  minutes: z.coerce.number('invalid').pipe(Minutes).default(60),
  ...place,
})
export type FindTimes = z.output<typeof FindTimes>

/** When, where and with whom: what plans and moves say alike. */
export const arrangement = {
  ...when,
  minutes: Minutes.default(60),
  ...place,
  placeText: Text(200).optional().meta({ description: 'Where, when it is elsewhere' }),
  agreedByPhone: z
    .boolean()
    .optional()
    .meta({ description: 'Everybody said yes to a time outside their weekly hours' }),
  interpreter: z.boolean().optional(),
  childCare: z.boolean().optional(),
}

const Arrangement = z.object(arrangement)
export type Arrangement = z.output<typeof Arrangement>

export const PlanMeeting = z
  .strictObject({ matchIds: MatchIds, ...arrangement })
  .refine(saysWhen, whenIssue)
  .meta({
    examples: [
      {
        matchIds: ['0190f5fe-7c00-7a00-8000-000000000001'],
        siteId: '0190f5fe-7c00-7a00-8000-000000000002',
        localStart: '2026-12-01T17:00',
        minutes: 60,
      },
    ],
  })
export type PlanMeeting = z.output<typeof PlanMeeting>

const Moment = z.string().meta({ format: 'date-time' })
const Local = z.string().meta({ description: 'The time on the wall in Denmark, with its offset' })

export const TimesView = z.object({
  data: z.array(
    z.object({
      startsAt: Moment,
      localStart: Local,
      reason: z.enum(['as-last-time', 'soonest', 'room-to-spare', 'other-weekday', 'other-day']),
    }),
  ),
  free: z
    .array(z.object({ startsAt: Moment, endsAt: Moment }))
    .meta({ description: 'All times in the next eight weeks at which everybody is free' }),
  weekdaysWithout: z.array(
    z.object({
      weekday: z.int().meta({ description: '1 is Monday' }),
      reason: z.string(),
      names: z.array(z.string()),
      time: z.string().nullable(),
    }),
  ),
})
