/**
 * What the statistics read of an erased person: it is kept, under new ids that lead to nobody, and
 * without what somebody wrote. Everything else that hangs on the person is deleted with them, so a
 * new table needs a line here only when a report counts its rows.
 */
export interface KeptRows {
  table: string
  /** The column that leads to the person, or to one of their enrolments. */
  column: string
  of: 'person' | 'enrolment'
  /** What is overwritten in passing. */
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
  { table: 'participant', column: 'person_id', of: 'person' },
]

/** Columns that say who did something, as `person:<id>`; they say only "a person" afterwards. */
export const actorColumns: readonly { table: string; column: string }[] = [
  { table: 'enrolment_transition', column: 'actor' },
  { table: 'proposal', column: 'decided_by' },
  { table: 'meeting', column: 'created_by' },
]
