import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'Добрий день, {$name}!',
  'frame.when': 'Час',
  'frame.where': 'Місце',
  'frame.fromTo': '{$from}, до {$to}',
  'frame.days': '{$from} – {$to}',
  'frame.hours': '{$days} з {$from} до {$to}',
  'frame.contact.person': 'Якщо у вас є запитання, зателефонуйте: {$name}, {$phone}.',
  'frame.contact.phone': 'Якщо у вас є запитання, зателефонуйте до бібліотеки: {$phone}.',
  'frame.contact.hours': 'Години дзвінків: {$hours}.',
  'frame.contact.general': 'Якщо у вас є запитання, зверніться до бібліотеки.',
  'frame.concern': 'Щось не так? Повідомте нам',
  'frame.unsubscribe': 'Не хочете отримувати такі листи? Відмовитися можна тут',
} satisfies Record<keyof typeof danish, string>
