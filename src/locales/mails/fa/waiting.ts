import type { waiting as danish } from '../da/waiting.ts'

export const waiting = {
  'waiting.subject': 'خبری از کتابخانه',
  'waiting.heading': 'هنوز دنبال شخص مناسبی برای شما می\u200cگردیم',
  'waiting.text':
    'نام شما از {$day} در فهرست است و شما را فراموش نکرده\u200cایم. هنوز شخصی را که مناسب شما باشد پیدا نکرده\u200cایم.',
  'waiting.next':
    'لازم نیست کاری کنید. وقتی کسی را پیدا کنیم، ایمیلی با یک پیشنهاد می\u200cگیرید و تصمیم با خود شماست. هرچه زمان\u200cهای بیشتری داشته باشید، پیدا کردن یک نفر آسان\u200cتر است.',
  'waiting.activities': 'تا آن زمان به این\u200cجا خوش آمدید:',
  'waiting.button': 'دیدن و تغییر زمان\u200cهای من',
} satisfies Record<keyof typeof danish, string>
