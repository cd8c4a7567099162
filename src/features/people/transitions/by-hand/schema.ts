import { z } from 'zod'
import { Id } from '../../../../web/fields.ts'
import { mostAtOnce } from '../../list/selection/schema.ts'
import { enrolmentStates, move, untilWithoutPauseError, untilWithPause } from '../../schema.ts'

// Moves owns no table: a coordinator's own steps with people, one or many, and what a step that ends
// somebody's part means for their offers, matches and meetings.

export const MovePeople = z
  .strictObject({
    enrolmentIds: z.array(Id).min(1).max(mostAtOnce),
    ...move,
  })
  .refine(untilWithPause, untilWithoutPauseError)
  .meta({
    examples: [{ enrolmentIds: ['0190f5fe-7c00-7a00-8000-000000000001'], to: 'interviewed' }],
  })
export type MovePeople = z.output<typeof MovePeople>

export const MovedView = z.object({
  data: z.array(
    z.object({
      enrolmentId: z.string(),
      outcome: z.enum(['moved', 'refused']),
      problem: z.string().nullable().meta({ description: 'Why not: the end of a problem type.' }),
      state: z.enum(enrolmentStates).nullable().meta({ description: 'What stood in the way.' }),
    }),
  ),
})
