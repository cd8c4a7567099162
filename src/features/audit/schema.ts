// Audit owns the append-only record of who did what to whom, and who looked at whom.

/** Every action the record knows, named as a past event; each has a text `audit.action.<name>`. */
export const auditActions = [
  'enrolment-moved',
  'profile-changed',
  'person-imported',
  'people-exported',
] as const
export type AuditAction = (typeof auditActions)[number]
