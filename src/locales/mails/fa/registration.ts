import type { registration as danish } from '../da/registration.ts'

export const registration = {
  'registration.subject': 'پاسخ\u200cهای شما به کتابخانه رسید',
  'registration.heading': 'تشکر، پاسخ\u200cهای شما به ما رسید',
  'registration.text': 'کتابخانه تا یک هفتهٔ دیگر با شما تماس می\u200cگیرد.',
  'registration.page':
    'روی دکمه بزنید تا بدانیم که این ایمیل از شماست. صفحهٔ شخصی شما باز می\u200cشود. آنجا می\u200cتوانید معلومات خود را ببینید و اصلاح کنید.',
  'registration.shared':
    'پیش از این شخصی با همین ایمیل نزد ما ثبت شده بود. اگر آن شخص هم شما هستید، به کتابخانه بگویید تا فقط یک بار ثبت باشید.',
  'registration.limit':
    'دکمه 7 روز و فقط یک بار کار می\u200cکند. اگر از این موضوع خبر ندارید، این ایمیل را نادیده بگیرید.',
  'registration.button': 'بله، این ایمیل من است',
  'email-changed.subject': 'ایمیل شما نزد کتابخانه',
  'email-changed.heading': 'آیا این ایمیل جدید شماست؟',
  'email-changed.text':
    'نزد کتابخانه ایمیل جدیدی برای شما نوشته شده است: همین ایمیل. تا وقتی روی دکمه نزده\u200cاید از آن استفاده نمی\u200cکنیم.',
  'email-replaced.subject': 'نزد کتابخانه ایمیل جدیدی نوشته شد',
  'email-replaced.heading': 'ایمیل جدیدی نوشته شد',
  'email-replaced.text':
    'نزد کتابخانه برای شما ایمیلی غیر از این ایمیل نوشته شده است. وقتی آن تأیید شود، ایمیل\u200cهای ما به آنجا می\u200cرود. تا آن زمان به همین\u200cجا می\u200cآید.',
  'email-replaced.not':
    'اگر خودتان خواسته\u200cاید، لازم نیست کاری کنید. اگر نه، به کتابخانه زنگ بزنید یا آن را در صفحهٔ شخصی خود لغو کنید.',
  'email-replaced.button': 'دریافت لینک صفحهٔ شخصی من',
} satisfies Record<keyof typeof danish, string>
