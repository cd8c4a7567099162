import { z } from 'zod'
import { locales } from '../../../locales/locale.ts'
import {
  menteeProfile,
  mentorProfile,
  personProfile,
  reachable,
  unreachableError,
} from '../../people/profile/schema.ts'
import { importedStates } from './words.ts'

// The schema of a row: a profile with everything optional but the name. Empty cells have no
// default; for registered people they change nothing.

const state = (role: 'mentor' | 'mentee') => z.enum(importedStates[role]).default('registered')
const skill = personProfile.languages.element
const optional = {
  ...personProfile,
  sex: personProfile.sex.unwrap().optional(),
  meets: personProfile.meets.unwrap().optional(),
  interests: personProfile.interests.unwrap().optional(),
  languages: z
    .array(
      skill.extend({
        reads: z.boolean().optional(),
        writes: z.boolean().optional(),
        canInterpret: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(12)
    .refine((all) => new Set(all.map(({ tag }) => tag)).size === all.length, 'repeated')
    .optional(),
  hours: personProfile.hours.optional(),
  away: personProfile.away.unwrap().optional(),
  onlyAtLibrary: z.boolean('choice').optional(),
  locale: z.enum(locales).optional(),
  partner: z.uuid('choice').optional(),
  consent: z.literal(true, 'consent').optional(),
}

export const Rows = {
  mentor: z
    .strictObject({
      ...optional,
      wish: mentorProfile.wish,
      ageWish: mentorProfile.ageWish,
      topics: z.array(z.object({ topic: mentorProfile.offers.element })).optional(),
      capacity: mentorProfile.capacity.unwrap().optional(),
      acceptsChildren: z.boolean('choice').optional(),
      state: state('mentor'),
    })
    .refine(reachable, unreachableError),
  mentee: z
    .strictObject({
      ...optional,
      wish: menteeProfile.wish,
      ageWish: menteeProfile.ageWish,
      topics: z
        .array(menteeProfile.needs.element.extend({ importance: z.int().min(1).max(3).optional() }))
        .optional(),
      capacity: z.undefined('unknownField').optional(),
      childrenAlong: z.boolean('choice').optional(),
      wantsDanishPractice: z.boolean('choice').optional(),
      interpreterAcceptable: z.boolean('choice').optional(),
      state: state('mentee'),
    })
    .refine((row) => isContact(row) || reachable(row), unreachableError),
}

/** Whether a refugee is only a contact, for whom fewer cells are required. */
function isContact(row: { state?: unknown }): boolean {
  return ['contacted', 'interested', 'not_interested', 'no_answer'].includes(String(row.state))
}
