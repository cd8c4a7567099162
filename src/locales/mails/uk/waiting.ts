import type { waiting as danish } from '../da/waiting.ts'

export const waiting = {
  'waiting.subject': 'Новини від бібліотеки',
  'waiting.heading': 'Ми все ще шукаємо людину для вас',
  'waiting.text':
    'Ви у списку з {$day} Ми про вас не забули, але ще не знайшли людини, яка б вам підійшла.',
  'waiting.next':
    'Нічого робити не треба. Коли ми когось знайдемо, ви отримаєте лист із пропозицією й самі вирішите, чи погоджуватися. Що більше годин вам підходить, то легше когось знайти.',
  'waiting.activities': 'А поки що запрошуємо вас сюди:',
  'waiting.button': 'Переглянути й змінити мої години',
} satisfies Record<keyof typeof danish, string>
