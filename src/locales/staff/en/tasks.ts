import type { tasks as danish } from '../da/tasks.ts'

export const tasks = {
  'tasks.title': 'Tasks',
  'tasks.lead': 'This is waiting for you. A task goes away by itself when its cause does.',
  'tasks.empty': 'There are no tasks right now.',
  'tasks.show.person': 'See the person',
  'tasks.show.meeting': 'See the meeting',
  'tasks.show.match': 'See the pair',
  'tasks.show.mail': 'See the mail',
  'tasks.meeting': 'The meeting is {$at}.',
  'tasks.done': 'Done',
  'tasks.by': 'Due: {$day}.',
  'tasks.since': 'It was due on {$day}.',
  'tasks.kind.requirement_expired': '{$requirement} is missing or has expired',
  'tasks.kind.requirement_expiring': '{$requirement} expires soon',
  'tasks.kind.interview_unrecorded': 'The interview is not recorded',
  'tasks.kind.reconfirmation_by_phone': 'Phone and ask: still interested?',
  'tasks.kind.reconfirmation_unanswered': 'Did not answer and is paused',
  'tasks.kind.mail_failed': 'The mail server took no mail for five days. Phone',
  'tasks.kind.mail_refused': 'The mail did not arrive. Correct the address, or phone',
} satisfies Record<keyof typeof danish, string>
