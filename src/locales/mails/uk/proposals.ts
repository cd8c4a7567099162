import type { proposals as danish } from '../da/proposals.ts'

export const proposals = {
  'answer-request.subject': 'Пропозиція від бібліотеки',
  'answer-request.heading': 'Пропонуємо знайомство: {$name}',
  'answer-request.mentor':
    'Бібліотека знайшла людину, для якої ви можете стати ментором. Ім’я: {$name}. На сторінці видно, що у вас спільного. Там можна відповісти «так» або «ні».',
  'answer-request.mentee':
    'Бібліотека знайшла для вас ментора. Ім’я: {$name}. На сторінці видно, що у вас спільного. Там можна відповісти «так» або «ні».',
  'answer-request.until': 'Будь ласка, дайте відповідь не пізніше ніж {$day}',
  'answer-request.button': 'Переглянути пропозицію й відповісти',
  'offer-withdrawn.subject': 'Новини від бібліотеки',
  'offer-withdrawn.heading': 'Пропозицію відкликано',
  'offer-withdrawn.text':
    'Нещодавно ми запитували, чи хочете ви познайомитися з однією людиною. На жаль, із цього нічого не вийде. Це ніяк не пов’язано з вами.',
  'offer-withdrawn.next': 'Нічого робити не треба. Ви отримаєте лист, коли буде нова пропозиція.',
} satisfies Record<keyof typeof danish, string>
