import { z } from 'zod'
import { Id, PlainDate } from '../../web/fields.ts'

// Audit owns the append-only record of who did what to whom, and who looked at whom.

/** Every action the record knows, named as a past event; each has a text `audit.action.<name>`. */
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
  'match-closed',
  'meeting-planned',
  'meeting-recorded',
  'meeting-left',
  'link-created',
  'programme-started',
  'site-added',
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
  'people-exported',
] as const
export type AuditAction = (typeof auditActions)[number]

/** As many people as nobody has to look up in a day's work. */
export const dailyViewLimit = 50

/** Which part of the record: whom it concerns, what was done, by whom, when. */
export const ListAudit = z.strictObject({
  person: Id.optional(),
  action: z.enum(auditActions, 'choice').optional(),
  colleague: Id.optional().meta({ description: 'The account of the colleague who did it.' }),
  from: PlainDate.optional(),
  through: PlainDate.optional().meta({ description: 'The last day, in Danish time.' }),
  before: Id.optional().meta({
    description: 'The last id of the page before: goes on from there.',
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
