import type { proposals as danish } from '../da/proposals.ts'

export const proposals = {
  'answer-request.subject': 'پیشنهادی از کتابخانه',
  'answer-request.heading': 'آیا می\u200cخواهید با {$name} آشنا شوید؟',
  'answer-request.mentor':
    'کتابخانه شخصی را پیدا کرده است که شما می\u200cتوانید راهنمای او شوید: {$name}. در صفحه می\u200cبینید که چه چیزهای مشترکی دارید و می\u200cتوانید بله یا نه بگویید.',
  'answer-request.mentee':
    'کتابخانه برای شما راهنمایی پیدا کرده است: {$name}. در صفحه می\u200cبینید که چه چیزهای مشترکی دارید و می\u200cتوانید بله یا نه بگویید.',
  'answer-request.until': 'لطفاً تا {$day} جواب بدهید.',
  'answer-request.button': 'دیدن پیشنهاد و جواب دادن',
  'offer-reminder.subject': 'منتظر جواب شما هستیم',
  'offer-reminder.text': 'یک هفته پیش از شما پرسیدیم و هنوز جوابی نگرفته\u200cایم.',
  'offer-reminder.until':
    'لطفاً تا {$day} جواب بدهید. هم «بله» و هم «نه» جواب خوبی است. اگر جوابی نگیریم، از شخص دیگری می\u200cپرسیم.',
  'offer-withdrawn.subject': 'خبری از کتابخانه',
  'offer-withdrawn.heading': 'پیشنهاد پس گرفته شد',
  'offer-withdrawn.text':
    'چندی پیش از شما پرسیدیم که آیا می\u200cخواهید با شخصی آشنا شوید. متأسفانه این آشنایی انجام نمی\u200cشود. این موضوع ربطی به شما ندارد.',
  'offer-withdrawn.next': 'لازم نیست کاری کنید. وقتی پیشنهاد جدیدی باشد ایمیل می\u200cگیرید.',
} satisfies Record<keyof typeof danish, string>
