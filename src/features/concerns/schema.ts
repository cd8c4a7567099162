import { z } from 'zod'
import { Id, PlainDate, Text } from '../../web/fields.ts'

// Concerns owns what somebody worries about in a pair, which two colleagues read it, and what was done.

/** What somebody worries about; a mentor or mentee also says which of their pairs it is about. */
export const ReportConcern = z.strictObject({
  text: Text(4000),
  matchId: z.union([Id, z.literal('none')]).optional(),
  /** Whether the pair's meetings are off at once. */
  halts: z.boolean().default(false),
})
export type ReportConcern = z.output<typeof ReportConcern>

const stepKinds = ['done', 'authority_notified', 'closed', 'reopened'] as const

/** What a reader did about a concern, and on which day. */
export const FollowUp = z.strictObject({
  kind: z.enum(stepKinds, 'choice'),
  text: Text(4000),
  happenedOn: PlainDate,
})
export type FollowUp = z.output<typeof FollowUp>

/** As many as read a programme's concerns: one of them is not the pair's coordinator. */
export const readerCount = 2

export const NameReaders = z.strictObject({
  accountIds: z
    .array(Id)
    .min(readerCount)
    .max(readerCount)
    .refine((ids) => new Set(ids).size === ids.length, 'repeated'),
})
export type NameReaders = z.output<typeof NameReaders>
