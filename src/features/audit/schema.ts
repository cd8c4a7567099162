import { z } from 'zod'
import { Id, PlainDate } from '../../web/fields.ts'

// Audit owns the append-only record of changes to people and of views of their data.

/** Actions are named as past events; each has a text `audit.action.<name>`. */
export const auditActions = [
  'person-registered',
  'role-added',
  'contact-recorded',
  'enrolment-moved',
  'profile-changed',
  'email-confirmed',
  'consent-given',
  'consent-withdrawn',
  'person-viewed',
  'person-listed',
  'mail-read',
  'mail-resent',
  'audit-read',
  'many-viewed',
  'person-exported',
  'erasure-requested',
  'person-erased',
  'matching-run',
  'run-cancelled',
  'proposal-approved',
  'proposal-rejected',
  'proposal-answered',
  'proposal-expired',
  'proposal-withdrawn',
  'match-opened',
  'match-moved',
  'match-closed',
  'phone-shared',
  'meeting-planned',
  'meeting-recorded',
  'meeting-corrected',
  'meeting-moved',
  'meeting-cancelled',
  'meeting-joined',
  'meeting-answered',
  'meeting-left',
  'check-in-recorded',
  'link-created',
  'programme-started',
  'site-added',
  'site-changed',
  'partner-added',
  'colleague-invited',
  'colleague-disabled',
  'password-changed',
  'account-linked',
  'session-ended',
  'token-created',
  'token-revoked',
  'letter-printed',
  'task-done',
  'question-answered',
  'requirement-recorded',
  'requirements-set',
  'interview-booked',
  'interview-cancelled',
  'interview-recorded',
  'reconfirmation-asked',
  'reconfirmation-answered',
  'person-imported',
  'import-changed',
  'import-confirmed',
  'import-cancelled',
  'programme-changed',
  'mails-chosen',
  'people-exported',
  // Entries that only the readers of concerns see: their policy goes by the beginning of the name.
  'concern-reported',
  'concern-listed',
  'concern-viewed',
  'concern-followed-up',
  'concern-halted',
  'concern-authority-notified',
  'concern-closed',
  'concern-reopened',
  'readers-named',
  'calendar-renewed',
  'calendar-ended',
] as const
export type AuditAction = (typeof auditActions)[number]

/** More people than a day's work requires. */
export const dailyViewLimit = 50

/** The filter of the record: person, action, actor and time. */
export const ListAudit = z.strictObject({
  person: Id.optional(),
  action: z.enum(auditActions, 'choice').optional(),
  colleague: Id.optional().meta({ description: 'The account of the colleague who acted.' }),
  from: PlainDate.optional(),
  through: PlainDate.optional().meta({ description: 'The last day, in Danish time.' }),
  before: Id.optional().meta({
    description: 'The last id of the previous page; the answer starts after it.',
  }),
})
export type ListAudit = z.output<typeof ListAudit>

export const AuditView = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.string(),
  actorName: z.string().nullable(),
  action: z.string(),
  personId: z.string().nullable(),
  subjectId: z.string().nullable(),
})
