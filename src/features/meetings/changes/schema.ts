import { z } from 'zod'
import type { MeetingSide } from '../../../db/types.ts'
import { Id, Version } from '../../../web/fields.ts'
import { saysWhen, whenIssue } from '../../places/schema.ts'
import { arrangement } from '../planning/schema.ts'

export const MoveMeeting = z
  .strictObject({ version: Version, ...arrangement })
  .refine(saysWhen, whenIssue)
  .meta({ examples: [{ version: 1, localStart: '2026-12-02T17:00', minutes: 60 }] })
export type MoveMeeting = z.output<typeof MoveMeeting>

export const sides = ['mentor', 'mentee', 'coordinator'] as const satisfies readonly MeetingSide[]

export const cancelReasons = [
  'ill',
  'no_time',
  'work_or_study',
  'transport',
  'child_care',
  'place',
  'not_needed',
  'other',
] as const

export const CancelMeeting = z
  .strictObject({
    version: Version,
    by: z.enum(sides, 'choice').meta({ description: 'Whose wish it is' }),
    reason: z.enum(cancelReasons, 'choice'),
  })
  .meta({ examples: [{ version: 1, by: 'mentee', reason: 'ill' }] })
export type CancelMeeting = z.output<typeof CancelMeeting>

export const AddPair = z
  .strictObject({
    version: Version,
    matchId: Id,
    agreedByPhone: z
      .boolean()
      .optional()
      .meta({ description: 'Both said yes to a time outside their weekly hours' }),
  })
  .meta({ examples: [{ version: 1, matchId: '0190f5fe-7c00-7a00-8000-000000000001' }] })
export type AddPair = z.output<typeof AddPair>

export const RemovePair = z
  .strictObject({ version: Version, matchId: Id })
  .meta({ examples: [{ version: 1, matchId: '0190f5fe-7c00-7a00-8000-000000000001' }] })
export type RemovePair = z.output<typeof RemovePair>
