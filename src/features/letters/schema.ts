import { z } from 'zod'
import type { LetterKind } from '../../db/types.ts'
import { letterLocales } from '../../locales/locale.ts'
import { Id } from '../../web/fields.ts'
import { mostAtOnce } from '../people/list/selection/schema.ts'

// Letters owns the record of printed letters: people without e-mail get on paper what others get by
// mail.

const letterKinds = [
  'welcome',
  'offer',
  'meeting',
  'moved',
  'off',
] as const satisfies readonly LetterKind[]

export const PrintLetters = z
  .strictObject({
    enrolmentIds: z.array(Id).min(1).max(mostAtOnce),
    locale: z.enum(letterLocales).optional().meta({
      description: 'Language of all letters; without it each is in the language of its reader.',
    }),
    again: z.boolean().default(false).meta({
      description:
        'Also print letters that were printed before, and those of people who have e-mail.',
    }),
  })
  .meta({ examples: [{ enrolmentIds: ['0190f5fe-7c00-7a00-8000-000000000001'] }] })
export type PrintLetters = z.output<typeof PrintLetters>

const Letter = z.object({
  enrolmentId: z.string(),
  name: z.string(),
  kind: z.enum(letterKinds),
  subjectId: z.string(),
  printedAt: z.string().nullable().meta({ format: 'date-time' }),
})

export const LettersView = z.object({ data: z.array(Letter) })
export const PrintedView = z.object({
  printId: z.string().nullable(),
  printed: z.int(),
  skipped: z.array(z.string()).meta({ description: 'Enrolments with nothing to print.' }),
})
