import type { letters as danish } from '../da/letters.ts'

/** Ukrainian in short sentences; a name stands where it needs no case ending. */
export const letters = {
  greeting: 'Добрий день, {$name}!',
  'welcome.heading': 'Ласкаво просимо',
  'welcome.mentor': 'Дякуємо, що хочете допомагати як ментор. Ми отримали вашу заявку.',
  'welcome.mentee': 'Ви подали заявку, щоб мати ментора. Ми її отримали.',
  'welcome.next': 'Зараз нічого робити не треба. Бібліотека вам зателефонує або напише.',
  'offer.heading': 'Пропонуємо знайомство: {$name}',
  'offer.mentor':
    'Бібліотека пропонує вам стати ментором. Ім’я людини: {$name}. Ми думаємо, що ви підійдете одне одному.',
  'offer.mentee':
    'Бібліотека знайшла для вас ментора. Ім’я ментора: {$name}. Ми думаємо, що ви підійдете одне одному.',
  'offer.free': 'Вирішуєте ви. Можна відмовитися. Тоді ми знайдемо когось іншого.',
  'offer.how':
    'Поставте позначку біля своєї відповіді й принесіть цей лист до бібліотеки. Або зателефонуйте нам і скажіть свою відповідь.',
  'offer.yes': 'Так, я хочу познайомитися. {$name}',
  'offer.no': 'Ні, дякую, не цього разу.',
  'offer.until': 'Будь ласка, дайте відповідь не пізніше ніж {$day}',
  'meeting.heading': 'Запрошуємо вас на зустріч',
  'meeting.text': 'Зустріч буде в бібліотеці. З вами зустрінеться {$name}.',
  'meeting.when': 'Час',
  'meeting.where': 'Місце',
  'meeting.fromTo': '{$from}, до {$to}',
  'meeting.hindered': 'Не можете прийти? Зателефонуйте нам, і ми знайдемо інший час.',
  call: 'Телефон: {$phone}',
  visit: 'Ви також можете прийти до бібліотеки.',
  regards: 'З повагою',
  sender: 'Бібліотека',
} satisfies Record<keyof typeof danish, string>
