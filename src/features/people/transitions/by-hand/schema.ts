import { z } from 'zod'
import { Id } from '../../../../web/fields.ts'
import { mostAtOnce } from '../../list/selection/schema.ts'
import { enrolmentStates, move, refuseWithoutPause } from '../../schema.ts'

// Owns no table: a coordinator's moves, and their effect on proposals, matches and meetings.

export const MovePeople = z
  .strictObject({
    enrolmentIds: z.array(Id).min(1).max(mostAtOnce),
    ...move,
  })
  .superRefine(refuseWithoutPause)
  .meta({
    examples: [{ enrolmentIds: ['0190f5fe-7c00-7a00-8000-000000000001'], to: 'interviewed' }],
  })
export type MovePeople = z.output<typeof MovePeople>

export const MovedView = z.object({
  data: z.array(
    z.object({
      enrolmentId: z.string(),
      outcome: z.enum(['moved', 'refused']),
      problem: z
        .string()
        .nullable()
        .meta({ description: 'The problem type of a refusal, without its path.' }),
      state: z
        .enum(enrolmentStates)
        .nullable()
        .meta({ description: 'The state that caused the refusal.' }),
    }),
  ),
})
