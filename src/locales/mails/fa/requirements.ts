import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'interview.subject': 'قرار در کتابخانه',
  'interview.booked.heading': 'منتظر دیدار شما هستیم',
  'interview.booked.text':
    'زمان و مکان در اینجا آمده است. اگر نمی\u200cتوانید بیایید، با کتابخانه تماس بگیرید.',
  'interview.cancelled.heading': 'قرار لغو شد',
  'interview.cancelled.text': 'این قرار دیگر معتبر نیست.',
  'interview.cancelled.again': 'کتابخانه زمان جدید را به شما خبر می\u200cدهد.',
  'reconfirmation.subject': 'پرسشی از کتابخانه',
  'reconfirmation.heading': 'آیا هنوز علاقه دارید؟',
  'reconfirmation.text': 'مدتی است که منتظر هستید. آیا هنوز می\u200cخواهید شرکت کنید؟',
  'reconfirmation.until':
    'لطفاً تا {$day} جواب بدهید. اگر جوابی از شما نرسد، موقتاً توقف می\u200cکنیم. معلومات شما حذف نمی\u200cشود.',
  'reconfirmation.button': 'اینجا جواب بدهید',
} satisfies Record<keyof typeof danish, string>
