import type { letters as danish } from '../da/letters.ts'

/** Persian in short sentences and with words that are read in Afghanistan too, such as تشکر. */
export const letters = {
  greeting: 'سلام {$name}',
  'welcome.heading': 'خوش آمدید',
  'welcome.mentor': 'تشکر که می\u200cخواهید راهنمای داوطلب شوید. ثبت نام شما به ما رسید.',
  'welcome.mentee':
    'شما برای داشتن یک راهنمای داوطلب ثبت نام کرده\u200cاید. ثبت نام شما به ما رسید.',
  'welcome.next':
    'حالا لازم نیست کاری کنید. کتابخانه به شما زنگ می\u200cزند یا نامه می\u200cنویسد.',
  'offer.heading': 'آیا می\u200cخواهید با {$name} آشنا شوید؟',
  'offer.mentor':
    'کتابخانه پیشنهاد می\u200cکند که شما راهنمای {$name} شوید. فکر می\u200cکنیم که برای هم مناسب هستید.',
  'offer.mentee':
    'کتابخانه پیشنهاد می\u200cکند که {$name} راهنمای شما شود. فکر می\u200cکنیم که برای هم مناسب هستید.',
  'offer.free':
    'تصمیم با خود شماست. می\u200cتوانید نه بگویید. در آن صورت شخص دیگری پیدا می\u200cکنیم.',
  'offer.how':
    'کنار جواب خود علامت بزنید و این نامه را به کتابخانه بیاورید. یا به ما زنگ بزنید و جواب خود را بگویید.',
  'offer.yes': 'بله، می\u200cخواهم با {$name} آشنا شوم.',
  'offer.no': 'نه، تشکر، این بار نه.',
  'offer.until': 'لطفاً تا {$day} جواب بدهید.',
  'meeting.heading': 'شما به یک ملاقات دعوت شده\u200cاید',
  'meeting.text': 'شما در کتابخانه با {$name} ملاقات می\u200cکنید.',
  'meeting.when': 'زمان',
  'meeting.where': 'مکان',
  'meeting.fromTo': '{$from} تا {$to}',
  'meeting.hindered': 'نمی\u200cتوانید بیایید؟ به ما زنگ بزنید تا وقت دیگری پیدا کنیم.',
  'moved.heading': 'ملاقات تغییر کرد',
  'moved.text': 'زمان یا مکان ملاقات شما با {$name} تغییر کرد.',
  'off.heading': 'ملاقات لغو شد',
  'off.text': 'ملاقات زیر برگزار نمی\u200cشود. لازم نیست کاری کنید.',
  call: 'تلفن: {$phone}',
  visit: 'می\u200cتوانید به کتابخانه هم بیایید.',
  regards: 'با احترام',
  sender: 'کتابخانه',
} satisfies Record<keyof typeof danish, string>
