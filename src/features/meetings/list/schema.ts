import { z } from 'zod'
import { Cursor } from '../../people/list/cursor.ts'
import { MeetingView } from '../schema.ts'

/** Which meetings a list shows: those to record first, those to come, and the others. */
const parts = ['to_record', 'coming', 'past'] as const
export type Part = (typeof parts)[number]

const mostListed = 200

export const ListMeetings = z.strictObject({
  show: z.enum(parts, 'choice').default('coming').meta({
    description:
      'to_record: begun and not recorded, the oldest first; coming: the next first; past: recorded or cancelled, the latest first.',
  }),
  limit: z.coerce.number('invalid').pipe(z.int('invalid').min(1).max(mostListed)).default(50),
  cursor: Cursor.optional(),
})
export type ListMeetings = z.output<typeof ListMeetings>

export const MeetingsView = z.object({
  data: z.array(MeetingView),
  links: z.object({ next: z.string().nullable() }),
})
