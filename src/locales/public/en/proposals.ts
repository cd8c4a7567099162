import type { proposals as danish } from '../da/proposals.ts'

export const proposals = {
  'proposals.answerPage.title': 'Would you like to meet {$name}?',
  'proposals.answerPage.mentor': 'The library proposes that you become a mentor for {$name}.',
  'proposals.answerPage.mentee': 'The library proposes {$name} as your mentor.',
  'proposals.answerPage.question': 'Your answer',
  'proposals.answerPage.yes': 'Yes, please',
  'proposals.answerPage.no': 'No, thank you',
  'proposals.answerPage.why': 'If no, why?',
  'proposals.answerPage.whyHint': 'You do not have to answer.',
  'proposals.answerPage.until': 'Please answer by {$day}.',
  'proposals.answerPage.send': 'Send answer',
  'proposals.answerPage.waiting':
    'You have said yes. We are waiting for {$name}. You can change your answer until both have answered.',
  'proposals.answerPage.accepted':
    'You have both said yes. The library will find a time and write to you both.',
  'proposals.answerPage.declined':
    'The proposal is closed. Thank you for answering. The library will keep looking.',
  'proposals.answerPage.over': 'This proposal is no longer open.',
  'proposals.decline.no_time_now': 'I have no time now',
  'proposals.decline.wrong_topic': 'The topics do not fit',
  'proposals.decline.no_common_time': 'The times do not fit',
  'proposals.decline.distance': 'It is too far away',
  'proposals.decline.language': 'The language does not fit',
  'proposals.decline.gender_wish': 'I would rather meet somebody else',
  'proposals.decline.knows_person': 'I know the person',
  'proposals.decline.other_person_better': 'Somebody else fits better',
  'proposals.decline.other': 'Something else',
} satisfies Record<keyof typeof danish, string>
