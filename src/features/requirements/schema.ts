import { z } from 'zod'
import type { RequirementKind } from '../../db/types.ts'
import { Id, PlainDate, Text } from '../../web/fields.ts'
import { saysWhen, when, whenIssue } from '../places/schema.ts'

// Requirements owns what a programme requires of its mentors, the interview, and the reconfirmation
// of people who wait. Of a certificate only the days are stored.

export const requirementKinds = [
  'interview',
  'introductory_course',
  'confidentiality',
  'children_certificate',
  'consent',
] as const satisfies readonly RequirementKind[]

/** What a coordinator can record; the interview is met by having been held. */
export const recordableKinds = [
  'introductory_course',
  'confidentiality',
  'children_certificate',
  'consent',
] as const satisfies readonly RequirementKind[]

const Required = z
  .strictObject({
    kind: z.enum(requirementKinds, 'choice'),
    lastsMonths: z.int().min(1).max(120).optional(),
  })
  .refine(({ kind, lastsMonths }) => kind !== 'interview' || lastsMonths === undefined, {
    error: 'choice',
    path: ['lastsMonths'],
  })

export const SetRequirements = z
  .strictObject({
    requirements: z
      .array(Required)
      .max(requirementKinds.length)
      .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'repeated'),
  })
  .meta({
    examples: [
      {
        requirements: [
          { kind: 'interview' },
          { kind: 'confidentiality' },
          { kind: 'children_certificate', lastsMonths: 24 },
        ],
      },
    ],
  })
export type SetRequirements = z.output<typeof SetRequirements>

export const RecordRequirement = z
  .strictObject({
    kind: z.enum(recordableKinds, 'choice'),
    metOn: PlainDate,
    expiresOn: PlainDate.optional(),
  })
  .meta({ examples: [{ kind: 'children_certificate', metOn: '2026-11-20' }] })
export type RecordRequirement = z.output<typeof RecordRequirement>

/** How long an interview takes up a calendar; coordinators enter no length. */
export const interviewLasts = Temporal.Duration.from({ hours: 1 })

export const BookInterview = z
  .strictObject({ ...when, siteId: Id })
  .refine(saysWhen, whenIssue)
  .meta({
    examples: [
      { startsAt: '2026-12-01T17:00:00+01:00', siteId: '0190f5fe-7c00-7a00-8000-000000000002' },
    ],
  })
export type BookInterview = z.output<typeof BookInterview>

export const RecordInterview = z
  .strictObject({
    decision: z.enum(['selected', 'rejected'], 'choice'),
    reason: Text(280).optional(),
  })
  .refine(({ decision, reason }) => decision === 'selected' || reason !== undefined, {
    error: 'required',
    path: ['reason'],
  })
  .meta({
    examples: [{ decision: 'selected' }, { decision: 'rejected', reason: 'Tiderne passer ikke' }],
  })
export type RecordInterview = z.output<typeof RecordInterview>

export const EnrolmentId = z.strictObject({ id: Id })

const Kind = z.enum(requirementKinds)
const Day = z.string().meta({ format: 'date' })

export const RequiredView = z.object({
  data: z.array(z.object({ kind: Kind, lastsMonths: z.int().nullable() })),
})

export const StandingView = z.object({
  data: z.array(
    z.object({
      kind: Kind,
      metOn: Day.nullable(),
      expiresOn: Day.nullable().meta({ description: 'The last day on which it is valid' }),
      missing: z.boolean(),
    }),
  ),
})

export const InterviewView = z.object({ id: Id })
