/**
 * Rows about an erased person that statistics count. They are kept under new ids and without free
 * text. All other rows are deleted with the person, so a new table needs an entry here only when a
 * report counts it.
 */
export interface KeptRows {
  table: string
  /** The column with the id of the person or of their enrolment. */
  column: string
  of: 'person' | 'enrolment'
  /** New values for columns that hold free text. */
  blank?: Readonly<Record<string, string | null>>
}

const proposal = { rejection_reason: null, explanation: '{"parts":[]}' }

export const keptRows: readonly KeptRows[] = [
  {
    table: 'enrolment_transition',
    column: 'enrolment_id',
    of: 'enrolment',
    blank: { reason: null },
  },
  { table: 'proposal', column: 'mentor_id', of: 'enrolment', blank: proposal },
  { table: 'proposal', column: 'mentee_id', of: 'enrolment', blank: proposal },
  { table: 'match', column: 'mentor_id', of: 'enrolment' },
  { table: 'match', column: 'mentee_id', of: 'enrolment' },
  { table: 'check_in', column: 'mentor_id', of: 'enrolment' },
  { table: 'check_in', column: 'mentee_id', of: 'enrolment' },
  { table: 'participant', column: 'person_id', of: 'person', blank: { wishes: '{}' } },
  { table: 'meeting_attendance', column: 'person_id', of: 'person' },
  { table: 'question', column: 'person_id', of: 'person' },
]

/** Columns with an actor as `person:<id>`; the id is removed. */
export const actorColumns: readonly { table: string; column: string }[] = [
  { table: 'enrolment_transition', column: 'actor' },
  { table: 'match_event', column: 'actor' },
  { table: 'proposal', column: 'decided_by' },
  { table: 'meeting', column: 'created_by' },
  { table: 'meeting', column: 'cancelled_by' },
  { table: 'meeting', column: 'recorded_by' },
  { table: 'meeting_record', column: 'recorded_by' },
  { table: 'participant', column: 'answered_by' },
  { table: 'question', column: 'answered_by' },
]
