import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'سلام {$name}',
  'frame.when': 'زمان',
  'frame.where': 'مکان',
  'frame.fromTo': '{$from} تا {$to}',
  'frame.days': '{$from} تا {$to}',
  'frame.hours': '{$days} از ساعت {$from} تا {$to}',
  'frame.contact.person': 'اگر سؤالی دارید، با {$name} به شمارهٔ {$phone} تماس بگیرید.',
  'frame.contact.phone': 'اگر سؤالی دارید، با کتابخانه به شمارهٔ {$phone} تماس بگیرید.',
  'frame.contact.hours': 'ساعت\u200cهای تلفن: {$hours}.',
  'frame.contact.general': 'اگر سؤالی دارید، با کتابخانه تماس بگیرید.',
  'frame.concern': 'آیا مشکلی هست؟ به ما بگویید',
  'frame.unsubscribe': 'این نوع ایمیل\u200cها را نمی\u200cخواهید؟ اینجا لغو کنید',
} satisfies Record<keyof typeof danish, string>
