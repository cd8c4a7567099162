import type { sms as danish } from '../da/sms.ts'

export const sms = {
  'sms.meeting-reminder': 'Бібліотека: нагадуємо про зустріч {$at}.',
  'sms.meeting-moved': 'Бібліотека: зустріч змінено, тепер {$at}.',
  'sms.meeting-cancelled.one': 'Бібліотека: зустріч {$at} скасовано.',
  'sms.meeting-cancelled.several': 'Бібліотека: зустрічі {$at} скасовано.',
  'sms.at': '{$when}, {$place}',
  'sms.when': '{$day} о {$time}',
  'sms.call': 'Запитання? Телефон: {$phone}.',
  'sms.ask': 'Запитання? Зверніться до бібліотеки.',
  'sms.answer': 'Відповісти: {$link}',
} satisfies Record<keyof typeof danish, string>
