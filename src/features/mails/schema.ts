import { z } from 'zod'
import type { MailState } from '../../db/types.ts'
import { mailKinds } from '../../mail/message.ts'
import { Id } from '../../web/fields.ts'
import { Cursor } from '../people/list/cursor.ts'
import { stages } from './last-answer.ts'

// Mails shows coordinators what the outbox sent, could not send and keeps, and has it sent again.

export const mailStates = [
  'pending',
  'sending',
  'sent',
  'kept',
  'refused',
  'failed',
  'unknown',
  'cancelled',
] as const satisfies readonly MailState[]

const mostListed = 200

export const ListMails = z.strictObject({
  state: z.enum(mailStates, 'choice').optional().meta({
    description: 'Without it, all but those that were no longer needed when they were to leave.',
  }),
  kind: z.enum(mailKinds, 'choice').optional(),
  person: Id.optional(),
  limit: z.coerce.number('invalid').pipe(z.int('invalid').min(1).max(mostListed)).default(50),
  cursor: Cursor.optional(),
})
export type ListMails = z.output<typeof ListMails>

export const MailId = z.strictObject({ id: Id })

const MailView = z.object({
  id: Id,
  kind: z.enum(mailKinds),
  medium: z.enum(['mail', 'sms']),
  state: z.enum(mailStates),
  personId: Id,
  enrolmentId: Id.nullable(),
  name: z.string(),
  about: z
    .object({ type: z.enum(['meeting', 'match', 'proposal', 'interview']), id: Id })
    .nullable(),
  attempts: z.int(),
  createdAt: z.string().meta({ format: 'date-time' }),
  handledAt: z.string().nullable().meta({ format: 'date-time' }),
  nextTryAt: z.string().nullable().meta({ format: 'date-time' }),
  lastAnswer: z
    .object({ stage: z.enum(stages), code: z.string().nullable(), isFinal: z.boolean() })
    .nullable()
    .meta({ description: 'What the server answered to the last try that did not succeed.' }),
})
export type MailView = z.output<typeof MailView>

export const MailsView = z.object({
  data: z.array(MailView),
  links: z.object({ next: z.string().nullable() }),
})
