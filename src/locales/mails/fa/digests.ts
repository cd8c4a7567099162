import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'مرور هفته',
  'digest.heading': 'هفتهٔ شما',
  'digest.text':
    'هفتهٔ شما در Makker این\u200cگونه است. برای دیدن نام\u200cها و زمان\u200cها وارد شوید.',
  'digest.meetings': 'ملاقات\u200cها در هفت روز آینده',
  'digest.toRecord': 'ملاقات\u200cهایی که باید ثبت شود',
  'digest.atRisk': 'همراهی\u200cهایی که به توجه نیاز دارند',
  'digest.waiting': 'افرادی که منتظر همراه هستند',
  'digest.seeMeetings': 'دیدن ملاقات\u200cها',
  'digest.seeMatches': 'دیدن همراهی\u200cها',
  'digest.seePeople': 'دیدن منتظران',
} satisfies Record<keyof typeof danish, string>
