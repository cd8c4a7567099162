import { z } from 'zod'

export const AnswerReconfirmation = z
  .strictObject({ answer: z.enum(['yes', 'no'], 'choice') })
  .meta({ examples: [{ answer: 'yes' }] })
export type AnswerReconfirmation = z.output<typeof AnswerReconfirmation>
