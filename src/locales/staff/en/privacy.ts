import type { privacy as danish } from '../da/privacy.ts'

export const privacy = {
  'privacy.title': 'Personal data',
  'privacy.link': 'Consents, download and erasure',
  'privacy.requests': 'Want to be erased',
  'privacy.noRequests': 'Nobody is waiting to be erased.',
  'privacy.askedOn': 'asked on {$day}',
  'privacy.retention': 'How long details are kept',
  'privacy.retentionLead':
    'Every night, what has been kept long enough is deleted. The numbers in the reports do not change.',
  'privacy.what': 'Details',
  'privacy.kept': 'Kept for',
  'privacy.due': 'Deleted next night',
  'privacy.months': '{$months} months',
  'privacy.days': '{$days} days',
  'privacy.rule.never-begun':
    'Contacts without an answer, and registrations that were never confirmed',
  'privacy.rule.never-matched': 'People who left without a match',
  'privacy.rule.closed': 'People whose match is over and who have left',
  'privacy.rule.notes': 'Reasons you wrote about a person',
  'privacy.rule.interviews': 'Reasons for what an interview led to',
  'privacy.rule.rejections': 'Reasons for rejected proposals',
  'privacy.rule.check-ins': 'Notes on the follow-up of pairs',
  'privacy.rule.addresses': 'New e-mail addresses that nobody confirmed',
  'privacy.rule.record': 'The log: who saw and did what',
  'privacy.rule.mail': 'Sent mails',
  'privacy.rule.files': 'Spreadsheets that nobody decided about',
  'privacy.rule.links': 'Used and expired links',
  'privacy.rule.requests': 'Requests for a link to one’s own page',
  'privacy.rule.sessions': 'Expired sign-ins',
  'privacy.rule.attempts': 'Attempts to sign in',
  'privacy.rule.devices': 'Known browsers',
  'privacy.rule.tokens': 'Expired and revoked tokens',
  'privacy.rule.jobs': 'Finished jobs in the queue',
  'privacy.rule.tombstones': 'Marks left by erased people, without a name',
  'privacy.of': 'Personal data: {$name}',
  'privacy.hasAsked': 'The person asked on {$day} to be erased.',
  'privacy.consents': 'Consents',
  'privacy.consentsLead':
    'Read the text aloud to the person before you write down a yes. A no takes effect at once.',
  'privacy.rights': 'The person’s rights',
  'privacy.exportFor': 'Download everything held about the person',
  'privacy.erase': 'Erase the person',
  'privacy.back': 'Back to the person',
  'privacy.eraseOf': 'Erase {$name}?',
  'privacy.eraseLead': 'This cannot be undone.',
  'privacy.eraseGone':
    'Name, addresses, profile, consents, mails, links and everything written about the person are erased.',
  'privacy.eraseKept':
    'The numbers in the reports stay as they are. Nobody can see whom they are about.',
  'privacy.aheadMatch':
    'The match with {$name} ends. {$name} is told by e-mail, without a reason. If {$name} has no e-mail, please tell them yourself.',
  'privacy.aheadProposal': 'The proposal with {$name} is withdrawn.',
  'privacy.aheadMeeting':
    'The person is taken out of the meeting on {$at}. Whoever then has nobody to meet is told by e-mail that it is cancelled.',
  'privacy.eraseNow': 'Erase for good',
  'privacy.eraseNot': 'Cancel',
} satisfies Record<keyof typeof danish, string>
