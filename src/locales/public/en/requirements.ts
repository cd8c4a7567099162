import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'requirements.section': 'Interview and requirements',
  'requirements.kind.interview': 'Interview',
  'requirements.kind.introductory_course': 'Introductory course',
  'requirements.kind.confidentiality': 'Declaration of confidentiality',
  'requirements.kind.children_certificate': 'Children’s certificate',
  'requirements.kind.consent': 'Written consent',
  'requirements.status.missing': 'Missing',
  'requirements.status.met': 'In order since {$met}',
  'requirements.status.metUntil': 'In order since {$met}, valid through {$until}',
  'requirements.status.expired': 'Expired on {$until}',
  'requirements.decision.selected': 'Selected',
  'requirements.decision.rejected': 'Rejected',
  'requirements.interview.booked': 'Interview {$when} at {$where}.',
  'requirements.interview.held': 'The interview was {$when} at {$where}.',
  'reconfirm.heading': 'Still interested?',
  'reconfirm.text': 'You have been waiting for a while. Would you still like to take part?',
  'reconfirm.until':
    'Please answer by {$day}. If we do not hear from you, we take a break. Your details are not deleted.',
  'reconfirm.yes': 'Yes, still interested',
  'reconfirm.no': 'No, not now',
  'reconfirm.thanks.yes': 'Thank you. You are still with us, and we write when there is news.',
  'reconfirm.thanks.no':
    'Thank you for answering. We take a break. Write to the library to take part again.',
} satisfies Record<keyof typeof danish, string>
