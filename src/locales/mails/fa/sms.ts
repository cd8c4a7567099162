import type { sms as danish } from '../da/sms.ts'

export const sms = {
  'sms.meeting-reminder': 'کتابخانه: یادآوری قرار شما {$at}.',
  'sms.meeting-moved': 'کتابخانه: قرار شما تغییر کرد: {$at}.',
  'sms.meeting-cancelled.one': 'کتابخانه: قرار شما {$at} لغو شد.',
  'sms.meeting-cancelled.several': 'کتابخانه: قرارهای شما {$at} لغو شدند.',
  'sms.at': '{$when}، {$place}',
  'sms.when': '{$day} ساعت {$time}',
  'sms.call': 'سؤال دارید؟ تلفن: {$phone}.',
  'sms.ask': 'سؤال دارید؟ با کتابخانه تماس بگیرید.',
  'sms.answer': 'پاسخ: {$link}',
} satisfies Record<keyof typeof danish, string>
