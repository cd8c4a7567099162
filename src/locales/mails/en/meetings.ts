import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'Appointment at the library',
  'meeting-invitation.heading': 'You are invited to a meeting',
  'meeting-invitation.with': 'You will meet {$names}.',
  'meeting-invitation.text':
    'Here are the time and the place. Add the meeting to your calendar with the attached file, and answer whether you can come.',
  'meeting-invitation.interpreter': 'An interpreter will be there.',
  'meeting-invitation.childCare': 'There is child care.',
  'meeting-invitation.answer': 'Answer whether you can come',
  'meeting-invitation.description': 'Answer by the link below whether you can come.',
  'meeting-moved.subject': 'Changed: appointment at the library',
  'meeting-moved.heading': 'The meeting has another time or place',
  'meeting-moved.text':
    'Here are the time and the place as they are now. The attached file corrects the meeting in your calendar. Please answer again, even if you have answered before.',
  'meeting-moved.before': 'Before',
  'meeting-cancelled.one.subject': 'Cancelled: appointment at the library',
  'meeting-cancelled.one.heading': 'The meeting is cancelled',
  'meeting-cancelled.one.text':
    'The meeting below will not take place. There is nothing you need to do; the attached file removes it from your calendar.',
  'meeting-cancelled.several.subject': 'Cancelled: appointments at the library',
  'meeting-cancelled.several.heading': 'Meetings are cancelled',
  'meeting-cancelled.several.text':
    'The meetings below will not take place. There is nothing you need to do; the attached files remove them from your calendar.',
  'meeting-cancelled.off': 'Cancelled',
  'meeting-reminder.subject': 'Reminder: appointment at the library',
  'meeting-reminder.heading': 'Remember your meeting',
  'meeting-reminder.text':
    'Here are the time and the place. If you cannot come, please say so now.',
} satisfies Record<keyof typeof danish, string>
