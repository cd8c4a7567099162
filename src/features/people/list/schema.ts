import { z } from 'zod'
import type { EnrolmentRole, RequirementKind } from '../../../db/types.ts'
import { Id, LanguageTag, MunicipalityCode, Text } from '../../../web/fields.ts'
import { enrolmentStates } from '../schema.ts'
import { Cursor } from './cursor.ts'

const roles = ['mentor', 'mentee'] as const satisfies readonly EnrolmentRole[]
export const requirementKinds = [
  'interview',
  'introductory_course',
  'confidentiality',
  'children_certificate',
  'consent',
] as const satisfies readonly RequirementKind[]
export const sorts = ['waiting', 'newest', 'name'] as const

/** A whole number in a query string. */
function Count(most: number) {
  return z
    .string()
    .regex(/^\d{1,4}$/, 'invalid')
    .transform(Number)
    .pipe(z.int().min(1, 'tooSmall').max(most, 'tooBig'))
}

const filter = {
  q: Text(100).optional().meta({
    description: 'Beginnings of words of the name, or an e-mail address or telephone number.',
  }),
  role: z.enum(roles).optional(),
  state: z.enum(enrolmentStates).optional(),
  waitingDays: Count(3650)
    .optional()
    .meta({ description: 'In the same state for more than this many days.' }),
  language: LanguageTag.optional(),
  residence: MunicipalityCode.optional(),
  missing: z
    .enum(requirementKinds)
    .optional()
    .meta({ description: 'Mentors without this requirement today: never met, or expired.' }),
  programme: Id.optional(),
}

export const FilterPeople = z.strictObject(filter)
export type FilterPeople = z.output<typeof FilterPeople>

export const ListPeople = z.strictObject({
  ...filter,
  sort: z.enum(sorts).default('waiting'),
  cursor: Cursor.optional(),
  limit: Count(200).optional().meta({ description: 'People per page; 50 by default.' }),
})
export type ListPeople = z.output<typeof ListPeople>

const PersonInList = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  role: z.enum(roles),
  state: z.enum(enrolmentStates),
  stateSince: z.string().meta({ format: 'date-time' }),
  pausedUntil: z.string().nullable().meta({ format: 'date' }),
  residence: z.string(),
  languages: z.array(z.string()),
})

export const PeopleView = z.object({
  data: z.array(PersonInList),
  links: z.object({ next: z.string().nullable(), previous: z.string().nullable() }),
})

export const CountsView = z.object({
  data: z.array(z.object({ role: z.enum(roles), state: z.enum(enrolmentStates), count: z.int() })),
})
