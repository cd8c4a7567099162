import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'Зустріч у бібліотеці',
  'meeting-invitation.heading': 'Запрошуємо вас на зустріч',
  'meeting-invitation.text':
    'Тут указано час і місце. Додайте зустріч до свого календаря за допомогою вкладеного файлу. Якщо ви не можете прийти, зверніться до бібліотеки.',
  'meeting-cancelled.subject': 'Скасовано: зустріч у бібліотеці',
  'meeting-cancelled.heading': 'Зустріч скасовано',
  'meeting-cancelled.text':
    'Зустріч, указана нижче, не відбудеться. Нічого робити не треба: вкладений файл вилучить її з вашого календаря.',
} satisfies Record<keyof typeof danish, string>
