import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'ملخّص الأسبوع',
  'digest.heading': 'أسبوعك',
  'digest.meetings': 'اللقاءات في الأيام السبعة القادمة: {$count}',
  'digest.toRecord': 'لقاءات لم تُسجَّل بعد: {$count}',
  'digest.atRisk': 'ثنائيات تحتاج إلى اهتمام: {$count}',
  'digest.waiting': 'أشخاص ينتظرون ثنائيًا: {$count}',
  'digest.more': 'و{$count} غيرها',
  'digest.seeMeetings': 'عرض اللقاءات',
  'digest.seeMatches': 'عرض الثنائيات',
  'digest.seePeople': 'عرض المنتظرين',
} satisfies Record<keyof typeof danish, string>
