import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'مرور هفته',
  'digest.heading': 'هفتهٔ شما',
  'digest.meetings': 'ملاقات\u200cها در هفت روز آینده: {$count}',
  'digest.toRecord': 'ملاقات\u200cهایی که باید ثبت شود: {$count}',
  'digest.atRisk': 'همراهی\u200cهایی که به توجه نیاز دارند: {$count}',
  'digest.waiting': 'افرادی که منتظر همراه هستند: {$count}',
  'digest.more': 'و {$count} مورد دیگر',
  'digest.seeMeetings': 'دیدن ملاقات\u200cها',
  'digest.seeMatches': 'دیدن همراهی\u200cها',
  'digest.seePeople': 'دیدن منتظران',
} satisfies Record<keyof typeof danish, string>
