type RuleName =
  | 'never-begun'
  | 'never-matched'
  | 'closed'
  | 'notes'
  | 'concerns'
  | 'interviews'
  | 'rejections'
  | 'check-ins'
  | 'proposed-meetings'
  | 'addresses'
  | 'record'
  | 'mail'
  | 'files'
  | 'links'
  | 'requests'
  | 'sessions'
  | 'attempts'
  | 'devices'
  | 'tokens'
  | 'jobs'
  | 'tombstones'

/** How long rows are kept after the moment in a column, and what happens then. */
export interface Rule {
  name: RuleName
  keeps: { months: number } | { days: number }
  /** The table whose rows are deleted or, with `blank`, emptied in one column. */
  table?: string
  since?: string
  /** A condition in SQL that limits the rows; a constant of this file. */
  only?: string
  blank?: string
  /** Set for rules with an operation of their own: erasing people, or trimming the audit record. */
  by?: 'erasing' | 'record'
}

/** All retention periods. Statistics do not depend on them: they read what an erasure keeps. */
export const rules: readonly Rule[] = [
  // A contact who never answered, or a form whose address was never confirmed. A confirmed person
  // who waits for the coordinator is kept.
  { name: 'never-begun', keeps: { months: 6 }, by: 'erasing' },
  // A person who was never matched is erased soon; a former pair may return with questions.
  { name: 'never-matched', keeps: { months: 6 }, by: 'erasing' },
  { name: 'closed', keeps: { months: 24 }, by: 'erasing' },
  // Free text about people.
  {
    name: 'notes',
    keeps: { days: 90 },
    table: 'enrolment_transition',
    since: 'at',
    only: 'reason is not null',
    blank: 'reason',
  },
  {
    name: 'interviews',
    keeps: { days: 90 },
    table: 'interview',
    since: 'decided_at',
    only: 'reason is not null',
    blank: 'reason',
  },
  // As long as somebody may still ask about it; an open one is being followed up.
  { name: 'concerns', keeps: { months: 24 }, table: 'concern', since: 'closed_at' },
  {
    name: 'rejections',
    keeps: { days: 90 },
    table: 'proposal',
    since: 'decided_at',
    only: 'rejection_reason is not null',
    blank: 'rejection_reason',
  },
  {
    name: 'check-ins',
    keeps: { days: 90 },
    table: 'check_in',
    since: 'recorded_at',
    only: 'note is not null',
    blank: 'note',
  },
  // The place may be somebody's home.
  {
    name: 'proposed-meetings',
    keeps: { days: 30 },
    table: 'question',
    since: 'answer_by',
    only: 'about is not null',
    blank: 'about',
  },
  // The link that confirms an address works for a week.
  {
    name: 'addresses',
    keeps: { days: 30 },
    table: 'person',
    since: 'new_email_since',
    only: 'new_email is not null',
    blank: 'new_email',
  },
  { name: 'record', keeps: { months: 24 }, by: 'record' },
  {
    name: 'mail',
    keeps: { days: 90 },
    table: 'mail',
    since: 'coalesce(handled_at, created_at)',
    only: `state not in ('pending', 'sending')`,
  },
  // An uploaded file holds people who are not registered.
  {
    name: 'files',
    keeps: { days: 7 },
    table: 'spreadsheet',
    since: 'created_at',
    only: `state not in ('queued', 'importing')`,
  },
  // An expired link is kept for a while, to explain why it does not work.
  {
    name: 'links',
    keeps: { days: 30 },
    table: 'mailed_link',
    since: 'coalesce(used_at, expires_at)',
  },
  { name: 'requests', keeps: { days: 1 }, table: 'link_request', since: 'asked_at' },
  { name: 'sessions', keeps: { days: 1 }, table: 'session', since: 'expires_at' },
  { name: 'attempts', keeps: { days: 1 }, table: 'attempt', since: 'at' },
  { name: 'devices', keeps: { months: 12 }, table: 'known_device', since: 'seen_at' },
  {
    name: 'tokens',
    keeps: { months: 12 },
    table: 'api_token',
    since: 'least(expires_at, revoked_at)',
  },
  {
    name: 'jobs',
    keeps: { days: 14 },
    table: 'duty',
    since: 'given_up_at',
  },
  // As long as an older backup may be restored.
  { name: 'tombstones', keeps: { months: 24 }, table: 'erasure', since: 'at' },
]
