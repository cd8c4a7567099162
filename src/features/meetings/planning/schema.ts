import { z } from 'zod'
import { Id, Instant } from '../../../web/fields.ts'

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

export const SlotView = z.object({
  startsAt: z.string().meta({ format: 'date-time' }),
  notFree: z.array(z.string()).meta({ description: 'Names of the participants who are not free' }),
})
