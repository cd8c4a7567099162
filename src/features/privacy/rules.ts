export type RuleName =
  | 'never-begun'
  | 'never-matched'
  | 'closed'
  | 'notes'
  | 'interviews'
  | 'rejections'
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

/** How long something is kept after the moment in a column, and what then becomes of it. */
export interface Rule {
  name: RuleName
  keeps: { months: number } | { days: number }
  /** Rows to delete; or to blank, where the rest of the row is still needed. */
  table?: string
  since?: string
  /** Only these rows, as a condition in SQL; none of it comes from outside. */
  only?: string
  blank?: string
  /** Whole people are erased, and the record keeps its chain; both have ways of their own. */
  by?: 'erasing' | 'record'
}

/**
 * Every rule of how long anything about anybody is kept. Statistics need none of it: they read what
 * an erasure leaves.
 */
export const rules: readonly Rule[] = [
  // Nobody got anywhere with them: a contact who never answered, and a form whose address nobody owned
  // up to. Silence ends here; who confirmed waits for the coordinator, however long.
  { name: 'never-begun', keeps: { months: 6 }, by: 'erasing' },
  // Law and habit: somebody who was never matched is soon forgotten; a pair may come back and ask.
  { name: 'never-matched', keeps: { months: 6 }, by: 'erasing' },
  { name: 'closed', keeps: { months: 24 }, by: 'erasing' },
  // Free words about people age worst.
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
  {
    name: 'rejections',
    keeps: { days: 90 },
    table: 'proposal',
    since: 'decided_at',
    only: 'rejection_reason is not null',
    blank: 'rejection_reason',
  },
  // The link that asks about it works for a week.
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
  // A file that nobody decided about holds people who are not here.
  {
    name: 'files',
    keeps: { days: 7 },
    table: 'spreadsheet',
    since: 'created_at',
    only: `state not in ('queued', 'importing')`,
  },
  // A link that does not work any more is kept as long as somebody may ask why it does not.
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
    table: 'pgboss.job',
    since: 'completed_on',
    only: `state in ('completed', 'failed', 'cancelled')`,
  },
  // As long as a backup from before may be brought back.
  { name: 'tombstones', keeps: { months: 24 }, table: 'erasure', since: 'at' },
]
