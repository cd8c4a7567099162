import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'interview.subject': 'Зустріч у бібліотеці',
  'interview.booked.heading': 'Чекаємо на вас на розмову',
  'interview.booked.text':
    'Тут указано час і місце. Якщо ви не можете прийти, зверніться до бібліотеки.',
  'interview.cancelled.heading': 'Зустріч скасовано',
  'interview.cancelled.text': 'Ця зустріч більше не дійсна.',
  'interview.cancelled.again': 'Бібліотека повідомить вам новий час.',
  'reconfirmation.subject': 'Запитання від бібліотеки',
  'reconfirmation.heading': 'Чи вам іще цікаво?',
  'reconfirmation.text': 'Ви чекаєте вже певний час. Чи ви ще хочете брати участь?',
  'reconfirmation.until':
    'Будь ласка, дайте відповідь не пізніше ніж {$day} Якщо ми не отримаємо відповіді, зробимо перерву. Ваші дані не буде видалено.',
  'reconfirmation.button': 'Відповісти тут',
} satisfies Record<keyof typeof danish, string>
