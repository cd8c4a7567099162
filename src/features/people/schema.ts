import { z } from 'zod'
import type { EnrolmentState } from '../../db/types.ts'
import { locales } from '../../locales/translate.ts'
import {
  BirthYear,
  ClockTime,
  Email,
  Id,
  LanguageTag,
  MunicipalityCode,
  PersonName,
  Phone,
  Text,
} from '../../web/fields.ts'
import { topics } from './topics.ts'

// People owns who somebody is, what they speak, need and offer, when they can, what they said yes to,
// and how far they have come in a programme: person, enrolment and what hangs on them.

const Sex = z.enum(['woman', 'man', 'other', 'undisclosed'])
const Level = z.enum(['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'])
const TopicCode = z.enum(topics)

const LanguageSkill = z.strictObject({
  tag: LanguageTag,
  level: Level,
  reads: z.boolean().default(false),
  writes: z.boolean().default(false),
  canInterpret: z.boolean().default(false),
})

const WeeklyInterval = z
  .strictObject({ day: z.int().min(1).max(7), from: ClockTime, to: ClockTime })
  .refine((interval) => interval.from < interval.to, { error: 'interval', path: ['to'] })

/** No value twice, by a key; two rows about one language would contradict each other. */
function unique<Item>(key: (item: Item) => string) {
  return (items: readonly Item[]) => new Set(items.map(key)).size === items.length
}

function overlapFree(hours: readonly { day: number; from: string; to: string }[]): boolean {
  const sorted = [...hours].sort((a, b) => a.day - b.day || (a.from < b.from ? -1 : 1))
  return sorted.every((hour, at) => {
    const next = sorted[at + 1]
    return next === undefined || next.day !== hour.day || hour.to <= next.from
  })
}

const Wish = z.strictObject({ sex: z.enum(['woman', 'man']), isMust: z.boolean().default(false) })

const who = {
  name: PersonName,
  email: Email.optional(),
  phone: Phone.optional(),
  locale: z.enum(locales).default('da'),
  residence: MunicipalityCode,
  birthYear: BirthYear.optional(),
  sex: Sex.default('undisclosed'),
  languages: z
    .array(LanguageSkill)
    .min(1)
    .max(12)
    .refine(
      unique((skill: { tag: string }) => skill.tag),
      'repeated',
    ),
  hours: z.array(WeeklyInterval).min(1).max(60).refine(overlapFree, 'repeated'),
  meets: z.enum(['in-person', 'online', 'either']).default('either'),
  wish: Wish.optional(),
  consent: z.literal(true, 'consent'),
  submissionId: Id.optional().meta({
    description: 'Made by the client; sending the same one again registers nothing new.',
  }),
}

// Asked even when the rest is wrong, so that all is said at once: what is asked may be no person at all.
const reachable = (person: { email?: unknown; phone?: unknown } | null) =>
  person?.email !== undefined || person?.phone !== undefined
/** Said together with whatever else is missing, so that a form comes back once and not twice. */
const whoToReach = { error: 'contact', path: ['email'], when: () => true }

export const RegisterMentor = z
  .strictObject({
    ...who,
    offers: z
      .array(TopicCode)
      .min(1)
      .max(topics.length)
      .refine(
        unique((topic: string) => topic),
        'repeated',
      ),
    capacity: z.int().min(1).max(8).default(1),
    acceptsChildren: z.boolean().default(false),
  })
  .refine(reachable, whoToReach)
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
  .strictObject({
    ...who,
    needs: z
      .array(z.strictObject({ topic: TopicCode, importance: z.int().min(1).max(3).default(2) }))
      .min(1)
      .max(topics.length)
      .refine(
        unique((need: { topic: string }) => need.topic),
        'repeated',
      ),
    wantsDanishPractice: z.boolean().default(false),
    interpreterAcceptable: z.boolean().default(false),
    childrenAlong: z.boolean().default(false),
  })
  .refine(reachable, whoToReach)
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

/** A refugee whom a partner brought contact to, before anything else is known. */
export const RecordContact = z
  .strictObject({
    name: PersonName,
    residence: MunicipalityCode,
    partnerId: Id.optional(),
    sex: Sex.default('undisclosed'),
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

export const MoveEnrolment = z
  .strictObject({ to: z.enum(enrolmentStates), reason: Text(280).optional() })
  .meta({ examples: [{ to: 'interviewed' }, { to: 'left', reason: 'Er flyttet' }] })
export type MoveEnrolment = z.output<typeof MoveEnrolment>

export const RegistrationView = z.object({ personId: z.string(), enrolmentId: z.string() })
