import type { mail as danish } from '../da/mail.ts'

export const mail = {
  'mail.title': 'Mail',
  'mail.unsent':
    'No mail server is set up. These e-mails have not been sent. Read them here, and phone the recipient, or print them.',
  'mail.empty': 'There are no e-mails yet.',
  'mail.kind': 'About',
  'mail.to': 'To',
  'mail.state': 'Status',
  'mail.at': 'Written',
  'mail.calendar': 'Download the calendar file',
  'mail.linkTakenOut':
    'The link was taken out: it opens the recipient’s own page. The recipient can get a new one on the page “Open my page”.',
  'mail.state.pending': 'On its way',
  'mail.state.sending': 'Being sent',
  'mail.state.sent': 'Sent',
  'mail.state.kept': 'Not sent – can be read here',
  'mail.state.refused': 'Refused by the receiving server',
  'mail.state.unknown': 'Possibly sent',
  'mail.state.cancelled': 'No longer needed',
  'mail.kind.answer-request': 'Proposal',
  'mail.kind.email-changed': 'New e-mail to be confirmed',
  'mail.kind.email-replaced': 'Notice of a new e-mail',
  'mail.kind.interview': 'Interview',
  'mail.kind.match-ended': 'A match is over',
  'mail.kind.meeting-cancelled': 'Meeting cancellation',
  'mail.kind.meeting-invitation': 'Meeting invitation',
  'mail.kind.offer-withdrawn': 'A proposal was withdrawn',
  'mail.kind.own-page-link': 'Link to their own page',
  'mail.kind.reconfirmation': 'Still interested?',
  'mail.kind.registration': 'Thanks for registering',
  'mail.kind.staff-invitation': 'Invitation to a colleague',
} satisfies Record<keyof typeof danish, string>
