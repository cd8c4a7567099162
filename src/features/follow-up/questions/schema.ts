import { z } from 'zod'
import type { QuestionKind } from '../../../db/types.ts'

/** What a mentor answers about a meeting without a record: who was there, or who called it off. */
export const outcomes = [
  'both',
  'only-self',
  'only-other',
  'nobody',
  'off-self',
  'off-other',
] as const

export const fits = ['good', 'unsure', 'not-good'] as const

/** What can be answered to each kind of question. */
export const answers = {
  outcome: z.strictObject({ outcome: z.enum(outcomes, 'choice') }),
  'go-on': z.strictObject({ goOn: z.enum(['yes', 'no'], 'choice') }),
  fit: z.strictObject({ fit: z.enum(fits, 'choice') }),
  month: z
    .strictObject({
      meetings: z.int('invalid').min(0, 'tooSmall').max(60, 'tooBig'),
      hours: z.int('invalid').min(0, 'tooSmall').max(300, 'tooBig'),
      well: z.enum(['yes', 'no'], 'choice'),
    })
    .refine(({ meetings, hours }) => meetings > 0 || hours === 0, {
      error: 'invalid',
      path: ['hours'],
    }),
  meet: z.strictObject({ meet: z.enum(['yes', 'no'], 'choice') }),
} as const satisfies Record<QuestionKind, z.ZodType>

export type AnswerTo<Kind extends QuestionKind> = z.output<(typeof answers)[Kind]>
export type Answer = { [Kind in QuestionKind]: AnswerTo<Kind> }[QuestionKind]

/** The fields of the form of each kind. */
export const answerFields = {
  outcome: ['outcome'],
  'go-on': ['goOn'],
  fit: ['fit'],
  month: ['meetings', 'hours', 'well'],
  meet: ['meet'],
} as const satisfies Record<QuestionKind, readonly string[]>
