export const sms = {
  'sms.meeting-reminder': 'Biblioteket: Husk din aftale {$at}.',
  'sms.meeting-moved': 'Biblioteket: Din aftale er ændret. Den er nu {$at}.',
  'sms.meeting-cancelled.one': 'Biblioteket: Din aftale {$at} er aflyst.',
  'sms.meeting-cancelled.several': 'Biblioteket: Dine aftaler {$at} er aflyst.',
  'sms.at': '{$when}, {$place}',
  'sms.when': '{$day} kl. {$time}',
  'sms.call': 'Spørgsmål? Ring {$phone}.',
  'sms.ask': 'Spørgsmål? Kontakt biblioteket.',
  'sms.answer': 'Svar her: {$link}',
} as const
