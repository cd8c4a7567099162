import type { followUp as danish } from '../da/follow-up.ts'

export const followUp = {
  'meeting-outcome.subject': 'پرسشی از کتابخانه',
  'meeting-outcome.heading': 'آیا همدیگر را دیدید؟',
  'meeting-outcome.text': 'شما با {$name} قرار داشتید، {$at}. چه کسی آمد، یا قرار لغو شد؟',
  'meeting-outcome.why': 'یک جواب کافی است تا کتابخانه بداند اوضاع چطور است.',
  'meeting-outcome.button': 'جواب در اینجا',
  'fit-question.subject': 'پرسشی از کتابخانه',
  'fit-question.heading': 'آیا با هم خوب کنار می\u200cآیید؟',
  'fit-question.text':
    'شما با {$name} ملاقات کرده\u200cاید. به نظر شما با هم خوب کنار می\u200cآیید؟',
  'fit-question.private':
    'جواب شما را به {$name} نمی\u200cگوییم. فقط هماهنگ\u200cکنندهٔ کتابخانه آن را می\u200cبیند.',
  'fit-question.until': 'لطفاً تا {$day} جواب بدهید.',
  'fit-question.button': 'جواب در اینجا',
  'check-in.subject': 'پرسشی از کتابخانه',
  'check-in.heading': 'در {$month} چطور بود؟',
  'check-in.text': 'چند بار با {$name} ملاقات کردید و چند ساعت شد؟',
  'check-in.why': 'یک دقیقه طول می\u200cکشد و حدس شما کافی است.',
  'check-in.button': 'جواب در اینجا',
  'meeting-proposed.subject': 'پیشنهاد قرار',
  'meeting-proposed.heading': '{$name} پیشنهاد می\u200cکند همدیگر را ببینید',
  'meeting-proposed.text': 'زمان: {$at}',
  'meeting-proposed.next':
    'مکان را در صفحه ببینید و بله یا نه بگویید. اگر بله بگویید، برای هر دوی شما دعوت\u200cنامهٔ تقویم فرستاده می\u200cشود.',
  'meeting-proposed.button': 'دیدن و جواب دادن',
} satisfies Record<keyof typeof danish, string>
