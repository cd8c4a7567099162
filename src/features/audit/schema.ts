// Audit owns the append-only record of who did what to whom, and who looked at whom.

/** Every action the record knows, named as a past event; each has a text `audit.action.<name>`. */
export const auditActions = [
  'enrolment-moved',
  'letter-printed',
  'profile-changed',
  'proposal-answered',
  'task-done',
  'requirement-recorded',
  'requirements-set',
  'interview-booked',
  'interview-cancelled',
  'interview-recorded',
  'reconfirmation-asked',
  'reconfirmation-answered',
  'person-imported',
  'people-exported',
] as const
export type AuditAction = (typeof auditActions)[number]
