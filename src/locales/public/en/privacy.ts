import type { privacy as danish } from '../da/privacy.ts'

export const privacy = {
  'privacy.own': 'My details',
  'privacy.ownLink': 'My consents and details',
  'privacy.ownConsents': 'What you said yes to',
  'privacy.ownData': 'Get your details',
  'privacy.ownDataLead':
    'You can download everything the library holds about you, and also when somebody looked at it.',
  'privacy.export': 'Download my details',
  'privacy.ownErasure': 'Be erased',
  'privacy.ownErasureLead':
    'Then the library erases everything about you, and you can no longer take part. A coordinator does it.',
  'privacy.askErasure': 'Ask to be erased',
  'privacy.ownAsked': 'You asked to be erased on {$day}. The library has been told.',
  'privacy.purpose.matching': 'Finding a match',
  'privacy.purpose.sharing': 'Sharing with another municipality',
  'privacy.purpose.photo': 'Photos',
  'privacy.purpose.story': 'Story',
  'privacy.purpose.exhibition': 'Exhibition',
  'privacy.purpose.press': 'Newspapers, radio and television',
  'privacy.notGiven': 'No yes has been given.',
  'privacy.givenOn': 'Said yes on {$day}.',
  'privacy.withdrawnOn': 'Withdrawn on {$day}.',
  'privacy.give': 'Say yes',
  'privacy.withdraw': 'Withdraw',
} satisfies Record<keyof typeof danish, string>
