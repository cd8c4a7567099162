import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'Зустріч у бібліотеці',
  'meeting-invitation.heading': 'Запрошуємо вас на зустріч',
  'meeting-invitation.with': 'Ви зустрінетеся з: {$names}.',
  'meeting-invitation.text':
    'Тут указано час і місце. Додайте зустріч до свого календаря за допомогою вкладеного файлу й повідомте, чи зможете прийти.',
  'meeting-invitation.interpreter': 'Буде перекладач.',
  'meeting-invitation.childCare': 'За дітьми наглядатимуть.',
  'meeting-invitation.answer': 'Відповісти, чи зможете прийти',
  'meeting-invitation.description': 'Повідомте за посиланням нижче, чи зможете прийти.',
  'meeting-moved.subject': 'Зміна: зустріч у бібліотеці',
  'meeting-moved.heading': 'Час або місце зустрічі змінено',
  'meeting-moved.text':
    'Тут указано час і місце, які є чинними тепер. Вкладений файл виправить зустріч у вашому календарі. Дайте відповідь ще раз, навіть якщо вже відповідали.',
  'meeting-moved.before': 'Раніше',
  'meeting-cancelled.one.subject': 'Скасовано: зустріч у бібліотеці',
  'meeting-cancelled.one.heading': 'Зустріч скасовано',
  'meeting-cancelled.one.text':
    'Зустріч, указана нижче, не відбудеться. Нічого робити не треба: вкладений файл вилучить її з вашого календаря.',
  'meeting-cancelled.several.subject': 'Скасовано: зустрічі в бібліотеці',
  'meeting-cancelled.several.heading': 'Зустрічі скасовано',
  'meeting-cancelled.several.text':
    'Зустрічі, указані нижче, не відбудуться. Нічого робити не треба: вкладені файли вилучать їх із вашого календаря.',
  'meeting-cancelled.off': 'Скасовано',
  'meeting-reminder.subject': 'Нагадування: зустріч у бібліотеці',
  'meeting-reminder.heading': 'Нагадуємо про вашу зустріч',
  'meeting-reminder.text':
    'Тут указано час і місце. Якщо ви не зможете прийти, повідомте про це зараз.',
} satisfies Record<keyof typeof danish, string>
