import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'Appointment at the library',
  'meeting-invitation.heading': 'You are invited to a meeting',
  'meeting-invitation.text':
    'Here are the time and the place. Add the meeting to your calendar with the attached file. If you cannot come, contact the library.',
  'meeting-cancelled.subject': 'Cancelled: appointment at the library',
  'meeting-cancelled.heading': 'The meeting is cancelled',
  'meeting-cancelled.text':
    'The meeting below will not take place. There is nothing you need to do; the attached file removes it from your calendar.',
} satisfies Record<keyof typeof danish, string>
