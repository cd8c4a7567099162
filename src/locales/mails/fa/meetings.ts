import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'قرار در کتابخانه',
  'meeting-invitation.heading': 'شما به یک ملاقات دعوت شده\u200cاید',
  'meeting-invitation.with': 'شما با {$names} ملاقات می\u200cکنید.',
  'meeting-invitation.text':
    'زمان و مکان در اینجا آمده است. با فایل پیوست ملاقات را در تقویم خود بگذارید و پاسخ بدهید که آیا می\u200cتوانید بیایید.',
  'meeting-invitation.interpreter': 'ترجمان حاضر است.',
  'meeting-invitation.childCare': 'از اطفال نگهداری می\u200cشود.',
  'meeting-invitation.answer': 'پاسخ بدهید که آیا می\u200cآیید',
  'meeting-invitation.description': 'از طریق لینک زیر پاسخ بدهید که آیا می\u200cتوانید بیایید.',
  'meeting-moved.subject': 'تغییر: قرار در کتابخانه',
  'meeting-moved.heading': 'زمان یا مکان ملاقات تغییر کرد',
  'meeting-moved.text':
    'زمان و مکان کنونی در اینجا آمده است. فایل پیوست ملاقات را در تقویم شما اصلاح می\u200cکند. لطفاً دوباره پاسخ بدهید، حتی اگر قبلاً پاسخ داده\u200cاید.',
  'meeting-moved.before': 'قبلاً',
  'meeting-cancelled.one.subject': 'لغو شد: قرار در کتابخانه',
  'meeting-cancelled.one.heading': 'ملاقات لغو شد',
  'meeting-cancelled.one.text':
    'ملاقات زیر برگزار نمی\u200cشود. لازم نیست کاری کنید؛ فایل پیوست آن را از تقویم شما برمی\u200cدارد.',
  'meeting-cancelled.several.subject': 'لغو شد: قرارها در کتابخانه',
  'meeting-cancelled.several.heading': 'ملاقات\u200cها لغو شدند',
  'meeting-cancelled.several.text':
    'ملاقات\u200cهای زیر برگزار نمی\u200cشوند. لازم نیست کاری کنید؛ فایل\u200cهای پیوست آن\u200cها را از تقویم شما برمی\u200cدارند.',
  'meeting-cancelled.off': 'لغو شد',
  'meeting-reminder.subject': 'یادآوری: قرار در کتابخانه',
  'meeting-reminder.heading': 'یادآوری ملاقات شما',
  'meeting-reminder.text':
    'زمان و مکان در اینجا آمده است. اگر نمی\u200cتوانید بیایید، همین حالا خبر بدهید.',
} satisfies Record<keyof typeof danish, string>
