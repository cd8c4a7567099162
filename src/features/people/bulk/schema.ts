import { z } from 'zod'
import { Id } from '../../../web/fields.ts'
import { enrolmentStates, move, onlyPauseEnds, untilWithPause } from '../schema.ts'

/** What a page can answer at once; what is more is done in steps that one can look at. */
export const mostAtOnce = 500

export const MovePeople = z
  .strictObject({
    enrolmentIds: z.array(Id).min(1).max(mostAtOnce),
    ...move,
  })
  .refine(untilWithPause, onlyPauseEnds)
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
