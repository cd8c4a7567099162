import type { waiting as danish } from '../da/waiting.ts'

export const waiting = {
  'waiting.subject': 'News from the library',
  'waiting.heading': 'We are still looking for a match for you',
  'waiting.text':
    'You have been on the list since {$day}, and we have not forgotten you. We have not yet found a person who suits you.',
  'waiting.next':
    'There is nothing you need to do. When we find somebody, you get an e-mail with a proposal, and you decide whether to say yes. The more times you can meet, the easier it is to find somebody.',
  'waiting.activities': 'Until then you are welcome here:',
  'waiting.button': 'See and change my times',
} satisfies Record<keyof typeof danish, string>
