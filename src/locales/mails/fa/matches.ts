import type { matches as danish } from '../da/matches.ts'

export const matches = {
  'match-ended.subject': 'خبری از کتابخانه',
  'match-ended.heading': 'همراهی شما به پایان رسید',
  'match-ended.text':
    'همراهی\u200cای که شما در آن هستید به پایان رسیده است. ملاقات\u200cهایی که قرار گذاشته بودید برگزار نمی\u200cشود.',
  'match-ended.next': 'لازم نیست کاری کنید. کتابخانه برای شما شخص دیگری پیدا می\u200cکند.',
} satisfies Record<keyof typeof danish, string>
