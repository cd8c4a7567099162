import type { ownPage as danish } from '../da/own-page.ts'

export const ownPage = {
  'own-page-link.subject': 'Ваша сторінка в бібліотеці',
  'own-page-link.heading': 'Ось ваша сторінка',
  'own-page-link.text':
    'Кнопка відкриває вашу власну сторінку. Там можна переглянути та виправити все, що ми про вас знаємо.',
  'own-page-link.word':
    'Якщо ви відкриваєте сторінку не там, де просили посилання, введіть шість знаків, які там було показано.',
  'own-page-link.limit':
    'Посилання діє 10 хвилин і лише один раз. Якщо ви його не просили, не зважайте на цей лист.',
  'own-page-link.button': 'Відкрити мою сторінку',
} satisfies Record<keyof typeof danish, string>
