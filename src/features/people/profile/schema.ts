import { z } from 'zod'
import type { Channel } from '../../../db/types.ts'
import {
  BirthYear,
  ClockTime,
  Email,
  LanguageTag,
  MunicipalityCode,
  PersonName,
  Phone,
  PlainDate,
  Text,
} from '../../../web/fields.ts'
import { interests, topics } from '../topics.ts'

// A profile holds what matching and letters need: a part about the person, shared by all roles, and
// a part for each role.

export const sexes = ['woman', 'man', 'other', 'undisclosed'] as const
export const levels = ['A0', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const
export const channels = [
  'email',
  'phone',
  'letter',
  'partner',
] as const satisfies readonly Channel[]

const LanguageSkill = z.strictObject({
  tag: LanguageTag,
  level: z.enum(levels),
  reads: z.boolean().default(false),
  writes: z.boolean().default(false),
  canInterpret: z.boolean().default(false),
})

const WeeklyInterval = z
  .strictObject({ day: z.int().min(1).max(7), from: ClockTime, to: ClockTime })
  .refine((interval) => interval.from < interval.to, { error: 'interval', path: ['to'] })

const Away = z
  .strictObject({ from: PlainDate, to: PlainDate })
  .refine(({ from, to }) => Temporal.PlainDate.compare(from, to) <= 0, {
    error: 'interval',
    path: ['to'],
  })
  .meta({ description: 'Days on which the weekly hours do not apply, including the last.' })

const Address = z.strictObject({
  street: Text(120),
  postcode: z.string('required').regex(/^\d{4}$/, 'postcode'),
  town: Text(60),
})

const SexWish = z.strictObject({
  sex: z.enum(['woman', 'man']),
  isMust: z.boolean().default(false),
})

const Age = z.int('invalid').min(0, 'tooSmall').max(120, 'tooBig')
const AgeWish = z
  .strictObject({ from: Age.optional(), to: Age.optional(), isMust: z.boolean().default(false) })
  .refine(({ from, to }) => from !== undefined || to !== undefined, {
    error: 'required',
    path: ['from'],
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: 'interval',
    path: ['to'],
  })

/** Requires distinct keys: two rows about one language would contradict each other. */
function unique<Item>(key: (item: Item) => unknown) {
  return (items: readonly Item[]) => new Set(items.map(key)).size === items.length
}

function overlapFree(hours: readonly { day: number; from: string; to: string }[]): boolean {
  const sorted = [...hours].sort((a, b) => a.day - b.day || (a.from < b.from ? -1 : 1))
  return sorted.every((hour, at) => {
    const next = sorted[at + 1]
    return next === undefined || next.day !== hour.day || hour.to <= next.from
  })
}

export const personProfile = {
  name: PersonName,
  channel: z.enum(channels).optional().meta({
    description: 'How to reach the person; by e-mail where there is an address, else by phone.',
  }),
  email: Email.optional(),
  phone: Phone.optional(),
  address: Address.optional(),
  residence: MunicipalityCode,
  birthYear: BirthYear.optional(),
  sex: z.enum(sexes).default('undisclosed'),
  languages: z
    .array(LanguageSkill)
    .min(1)
    .max(12)
    .refine(
      unique((skill: { tag: string }) => skill.tag),
      'repeated',
    ),
  hours: z.array(WeeklyInterval).min(1).max(60).refine(overlapFree, 'repeated'),
  away: z
    .array(Away)
    .max(20)
    .refine(
      unique((days: { from: Temporal.PlainDate }) => days.from.toString()),
      'repeated',
    )
    .default([]),
  meets: z.enum(['in-person', 'online', 'either']).default('either'),
  furthestDistanceKm: z.int('invalid').min(0, 'tooSmall').max(500, 'tooBig').optional(),
  onlyAtLibrary: z.boolean().default(false),
  interests: z
    .array(z.enum(interests))
    .max(interests.length)
    .refine(
      unique((interest: string) => interest),
      'repeated',
    )
    .default([]),
}

const wishes = { wish: SexWish.optional(), ageWish: AgeWish.optional() }

export const mentorProfile = {
  ...wishes,
  offers: z
    .array(z.enum(topics))
    .min(1)
    .max(topics.length)
    .refine(
      unique((topic: string) => topic),
      'repeated',
    ),
  capacity: z.int().min(1).max(8).default(1),
  acceptsChildren: z.boolean().default(false),
}

export const menteeProfile = {
  ...wishes,
  needs: z
    .array(z.strictObject({ topic: z.enum(topics), importance: z.int().min(1).max(3).default(2) }))
    .min(1)
    .max(topics.length)
    .refine(
      unique((need: { topic: string }) => need.topic),
      'repeated',
    ),
  wantsDanishPractice: z.boolean().default(false),
  interpreterAcceptable: z.boolean().default(false),
  childrenAlong: z.boolean().default(false),
}

/** Checked even when other fields are invalid, so that all errors are shown at once. */
type Reach = { channel?: unknown; email?: unknown; phone?: unknown; address?: unknown } | null
export const reachable = (person: Reach) =>
  person?.channel === 'partner' ||
  (person?.channel === 'letter'
    ? person.address !== undefined
    : person?.channel === 'phone'
      ? person.phone !== undefined
      : person?.channel === 'email'
        ? person.email !== undefined
        : person?.email !== undefined || person?.phone !== undefined)
export const unreachableError = { error: 'contact', path: ['email'], when: () => true }

const version = z.int('invalid').min(1).meta({
  description: 'The version that was read; refused if it has changed since.',
})

export const ChangeMentorProfile = z
  .strictObject({ ...personProfile, ...mentorProfile, version })
  .refine(reachable, unreachableError)
export type ChangeMentorProfile = z.output<typeof ChangeMentorProfile>

export const ChangeMenteeProfile = z
  .strictObject({ ...personProfile, ...menteeProfile, version })
  .refine(reachable, unreachableError)
export type ChangeMenteeProfile = z.output<typeof ChangeMenteeProfile>

export type Profile<Extra = unknown> =
  | { role: 'mentor'; command: Omit<ChangeMentorProfile, 'version'> & Extra }
  | { role: 'mentee'; command: Omit<ChangeMenteeProfile, 'version'> & Extra }

type Patch<Shape extends z.ZodRawShape> = {
  [Name in keyof Shape]: Shape[Name] extends z.ZodDefault<infer Given>
    ? z.ZodOptional<Given>
    : Shape[Name] extends z.ZodOptional<infer Given>
      ? z.ZodOptional<z.ZodNullable<Given>>
      : z.ZodOptional<Shape[Name]>
}

/**
 * Makes every field optional, without its default; optional fields accept null, which removes them.
 */
function patch<Shape extends z.ZodRawShape>(shape: Shape) {
  const fields = Object.entries(shape).map(([name, field]) => {
    if (field instanceof z.ZodDefault) return [name, z.optional(field.unwrap())]
    if (field instanceof z.ZodOptional) return [name, z.nullable(field.unwrap()).optional()]
    return [name, z.optional(field)]
  })
  return Object.fromEntries(fields) as Patch<Shape>
}

/** A JSON merge patch (RFC 7396) over the fields of the form. */
export const PatchProfile = z
  .strictObject({ ...patch(personProfile), ...patch(mentorProfile), ...patch(menteeProfile) })
  .meta({ examples: [{ phone: '+4512345678', interests: ['musik'], birthYear: null }] })
export type PatchProfile = z.output<typeof PatchProfile>

const away = z.object({
  from: z.string().meta({ format: 'date' }),
  to: z.string().meta({ format: 'date' }),
})
const person = {
  name: z.string(),
  channel: z.enum(channels),
  email: z.string().nullable().meta({ description: 'The address given last.' }),
  emailInUse: z.string().nullable().meta({
    description: 'The address in use until the one given last is confirmed.',
  }),
  phone: z.string().nullable(),
  address: z.object({ street: z.string(), postcode: z.string(), town: z.string() }).nullable(),
  residence: z.string(),
  birthYear: z.int().nullable(),
  sex: z.enum(sexes),
  languages: z.array(
    z.object({
      tag: z.string(),
      level: z.enum(levels),
      reads: z.boolean(),
      writes: z.boolean(),
      canInterpret: z.boolean(),
    }),
  ),
  hours: z.array(z.object({ day: z.int(), from: z.string(), to: z.string() })),
  away: z.array(away),
  meets: z.enum(['in-person', 'online', 'either']),
  furthestDistanceKm: z.int().nullable(),
  onlyAtLibrary: z.boolean(),
  interests: z.array(z.string()),
  wish: z.object({ sex: z.enum(['woman', 'man']), isMust: z.boolean() }).nullable(),
  ageWish: z
    .object({ from: z.int().optional(), to: z.int().optional(), isMust: z.boolean() })
    .nullable(),
}

/** A profile, with the field names of the patch. */
export const ProfileView = z.discriminatedUnion('role', [
  z.object({
    role: z.literal('mentor'),
    ...person,
    offers: z.array(z.string()),
    capacity: z.int(),
    acceptsChildren: z.boolean(),
  }),
  z.object({
    role: z.literal('mentee'),
    ...person,
    needs: z.array(z.object({ topic: z.string(), importance: z.int() })),
    wantsDanishPractice: z.boolean(),
    interpreterAcceptable: z.boolean(),
    childrenAlong: z.boolean(),
  }),
])
