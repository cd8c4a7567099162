import { z } from 'zod'
import type { EnrolmentState } from '../../db/types.ts'
import { letterLocales } from '../../locales/locale.ts'
import { Id, MunicipalityCode, PersonName, Phone, PlainDate, Text } from '../../web/fields.ts'
import {
  menteeProfile,
  mentorProfile,
  personProfile,
  reachable,
  sexes,
  unreachableError,
} from './profile/schema.ts'

// People owns persons, their profiles and consents, and their enrolments with their states.

const registration = {
  ...personProfile,
  locale: z.enum(letterLocales).default('da').meta({
    description: 'Language of letters and mails; mails fall back to Danish.',
  }),
  consent: z.literal(true, 'consent'),
  submissionId: Id.optional().meta({
    description: 'Chosen by the client; sending the same id again registers nothing new.',
  }),
}

export const RegisterMentor = z
  .strictObject({ ...registration, ...mentorProfile })
  .refine(reachable, unreachableError)
  .meta({
    examples: [
      {
        name: 'Mette Holm',
        email: 'mette@example.dk',
        residence: '0461',
        languages: [
          { tag: 'da', level: 'native', reads: true, writes: true },
          { tag: 'ar', level: 'A2' },
        ],
        hours: [{ day: 3, from: '16:00', to: '19:00' }],
        offers: ['dansk', 'it'],
        capacity: 2,
        consent: true,
      },
    ],
  })
export type RegisterMentor = z.output<typeof RegisterMentor>

export const RegisterMentee = z
  .strictObject({ ...registration, ...menteeProfile })
  .refine(reachable, unreachableError)
  .meta({
    examples: [
      {
        name: 'Amal Nasser',
        phone: '+4512345678',
        locale: 'ar',
        residence: '0440',
        languages: [
          { tag: 'ar', level: 'native', reads: true, writes: true },
          { tag: 'da', level: 'A2' },
        ],
        hours: [{ day: 3, from: '16:00', to: '18:00' }],
        needs: [{ topic: 'dansk', importance: 3 }],
        consent: true,
      },
    ],
  })
export type RegisterMentee = z.output<typeof RegisterMentee>

/** A refugee whom a partner referred, before registration. */
export const RecordContact = z
  .strictObject({
    name: PersonName,
    residence: MunicipalityCode,
    partnerId: Id.optional(),
    sex: z.enum(sexes).default('undisclosed'),
    phone: Phone.optional(),
  })
  .meta({ examples: [{ name: 'Yusuf Ali', residence: '0440', sex: 'man' }] })
export type RecordContact = z.output<typeof RecordContact>

export const enrolmentStates = [
  'contacted',
  'interested',
  'not_interested',
  'no_answer',
  'registered',
  'interview_booked',
  'interviewed',
  'screened',
  'selected',
  'rejected',
  'requirements_pending',
  'ready',
  'offered',
  'matched',
  'paused',
  'suspended',
  'left',
] as const satisfies readonly EnrolmentState[]

export const AddRole = z
  .strictObject({ role: z.enum(['mentor', 'mentee']) })
  .meta({ examples: [{ role: 'mentor' }] })
export type AddRole = z.output<typeof AddRole>

/** What becomes of the person's pairs. */
export const PairChoice = z.enum(['paused', 'ended'], 'choice').meta({
  description: 'With `paused`, required when a match is open: it pauses as long, or ends.',
})
export type PairChoice = z.output<typeof PairChoice>

export interface PauseEnrolment {
  until?: Temporal.PlainDate | undefined
  reason?: string | undefined
  pair?: PairChoice | undefined
}

export const move = {
  to: z.enum(enrolmentStates),
  reason: Text(280).optional(),
  until: PlainDate.optional().meta({
    description: 'With `paused`: the day on which the person becomes ready again automatically.',
  }),
  pair: PairChoice.optional(),
}

/** Only a pause has an end date, and a choice of what becomes of the pair. */
export function refuseWithoutPause(
  given: { to: EnrolmentState; until?: unknown; pair?: unknown },
  ctx: z.RefinementCtx,
): void {
  if (given.to === 'paused') return
  for (const name of ['until', 'pair'] as const)
    if (given[name] !== undefined)
      ctx.addIssue({ code: 'custom', message: 'pauseOnly', path: [name] })
}

export const MoveEnrolment = z
  .strictObject(move)
  .superRefine(refuseWithoutPause)
  .meta({
    examples: [
      { to: 'interviewed' },
      { to: 'left', reason: 'Er flyttet' },
      { to: 'paused', until: '2027-02-01', pair: 'paused' },
    ],
  })
export type MoveEnrolment = z.output<typeof MoveEnrolment>

export const RegistrationView = z.object({ personId: z.string(), enrolmentId: z.string() })
