import { z } from 'zod'
import type { TaskKind } from '../../db/types.ts'
import { Id } from '../../web/fields.ts'

// Tasks owns what waits for a coordinator: made by the features that find it, ticked off by hand, or
// gone by itself when its cause is.

export const taskKinds = [
  'requirement_expired',
  'requirement_expiring',
  'interview_unrecorded',
  'reconfirmation_by_phone',
  'reconfirmation_unanswered',
  'mail_refused',
] as const satisfies readonly TaskKind[]

export const TaskId = z.strictObject({ id: Id })

export const TaskView = z.object({
  id: Id,
  kind: z.enum(taskKinds),
  requirement: z.string().nullable().meta({ description: 'Which requirement it is about' }),
  enrolmentId: Id,
  name: z.string(),
  role: z.enum(['mentor', 'mentee']),
  dueOn: z.string().meta({ format: 'date' }),
})
