import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'قرار در کتابخانه',
  'meeting-invitation.heading': 'شما به یک ملاقات دعوت شده\u200cاید',
  'meeting-invitation.text':
    'زمان و مکان در اینجا آمده است. با فایل پیوست ملاقات را در تقویم خود بگذارید. اگر نمی\u200cتوانید بیایید، با کتابخانه تماس بگیرید.',
  'meeting-cancelled.subject': 'لغو شد: قرار در کتابخانه',
  'meeting-cancelled.heading': 'ملاقات لغو شد',
  'meeting-cancelled.text':
    'ملاقات زیر برگزار نمی\u200cشود. لازم نیست کاری کنید؛ فایل پیوست آن را از تقویم شما برمی\u200cدارد.',
} satisfies Record<keyof typeof danish, string>
