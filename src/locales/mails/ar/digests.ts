import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'ملخّص الأسبوع',
  'digest.heading': 'أسبوعك',
  'digest.text': 'هذا هو أسبوعك في Makker. يمكنك تسجيل الدخول لمعرفة الأسماء والمواعيد.',
  'digest.meetings': 'اللقاءات في الأيام السبعة القادمة',
  'digest.toRecord': 'لقاءات لم تُسجَّل بعد',
  'digest.atRisk': 'ثنائيات تحتاج إلى اهتمام',
  'digest.waiting': 'أشخاص ينتظرون ثنائيًا',
  'digest.seeMeetings': 'عرض اللقاءات',
  'digest.seeMatches': 'عرض الثنائيات',
  'digest.seePeople': 'عرض المنتظرين',
} satisfies Record<keyof typeof danish, string>
