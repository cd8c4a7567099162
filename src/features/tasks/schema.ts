import { z } from 'zod'
import type { TaskKind } from '../../db/types.ts'
import { Id } from '../../web/fields.ts'

// Tasks owns the coordinators' list of things to do. Other features open tasks; a coordinator marks
// them as done, or the system does when the cause is gone.

const taskKinds = [
  'concern',
  'requirement_expired',
  'requirement_expiring',
  'interview_unrecorded',
  'reconfirmation_by_phone',
  'reconfirmation_unanswered',
  'check_first_contact',
  'check_contact',
  'check_review',
  'check_decision',
  'offer_by_phone',
  'call_registered',
  'waiting_by_phone',
  'meeting_unrecorded',
  'pair_not_well',
  'meeting_declined',
  'meeting_another_time',
  'meeting_call_moved',
  'meeting_call_off',
  'mail_failed',
  'mail_refused',
  'go_on_unanswered',
  'closure_asked',
] as const satisfies readonly TaskKind[]

export const TaskId = z.strictObject({ id: Id })

export const TaskView = z.object({
  id: Id,
  kind: z.enum(taskKinds),
  requirement: z.string().nullable().meta({ description: 'Which requirement it is about' }),
  enrolmentId: Id.nullable(),
  matchId: Id.nullable(),
  meetingId: Id.nullable(),
  mailId: Id.nullable(),
  concernId: Id.nullable(),
  people: z
    .array(z.object({ enrolmentId: Id, name: z.string(), role: z.enum(['mentor', 'mentee']) }))
    .meta({ description: 'Whom it is about: one person, a pair, or everyone of a meeting' }),
  dueOn: z.string().meta({ format: 'date' }),
})
