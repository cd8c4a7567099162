import type { followUp as danish } from '../da/follow-up.ts'

export const followUp = {
  'meeting-outcome.subject': 'Запитання від бібліотеки',
  'meeting-outcome.heading': 'Чи ви зустрілися?',
  'meeting-outcome.text':
    'Ви домовлялися про зустріч. Ім’я: {$name}. Час: {$at}. Хто прийшов? Чи зустріч скасували?',
  'meeting-outcome.why': 'Однієї відповіді досить. Так бібліотека знатиме, як ваші справи.',
  'meeting-outcome.button': 'Відповісти тут',
  'fit-question.subject': 'Запитання від бібліотеки',
  'fit-question.heading': 'Чи добре ви підходите одне одному?',
  'fit-question.text':
    'Ви вже зустрілися. Ім’я: {$name}. Чи вважаєте ви, що добре підходите одне одному?',
  'fit-question.private':
    'Іншій людині ({$name}) ми вашу відповідь не передаємо. Її бачить лише координатор бібліотеки.',
  'fit-question.until': 'Будь ласка, дайте відповідь не пізніше ніж {$day}',
  'fit-question.button': 'Відповісти тут',
  'check-in.subject': 'Запитання від бібліотеки',
  'check-in.heading': 'Як усе минуло? {$month}',
  'check-in.text': 'Скільки разів ви зустрілися і скільки годин це тривало? Ім’я: {$name}.',
  'check-in.why': 'Це займе хвилину, приблизної відповіді досить.',
  'check-in.button': 'Відповісти тут',
  'meeting-proposed.subject': 'Пропозиція зустрічі',
  'meeting-proposed.heading': 'Пропозиція зустрітися. Ім’я: {$name}',
  'meeting-proposed.text': 'Час: {$at}',
  'meeting-proposed.next':
    'Місце вказано на сторінці. Дайте там відповідь «так» або «ні». Якщо «так», ви обоє отримаєте запрошення для календаря.',
  'meeting-proposed.button': 'Переглянути й відповісти',
} satisfies Record<keyof typeof danish, string>
