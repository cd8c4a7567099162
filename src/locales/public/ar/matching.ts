import type { matching as danish } from '../da/matching.ts'

export const matching = {
  'matching.level.native': 'اللغة الأم',
  'matching.hours': `.input {$hours :number maximumFractionDigits=1}
.match $hours
zero {{أقل من ساعة}}
one {{ساعة واحدة}}
two {{ساعتان}}
few {{{$hours} ساعات}}
many {{{$hours} ساعة}}
* {{{$hours} ساعة}}`,
  'matching.remark.topics-all': 'يمكن لـ {$mentor} المساعدة في كل طلبات {$mentee}: {$topics}.',
  'matching.remark.topics-some': 'يمكن لـ {$mentor} المساعدة في {$topics}.',
  'matching.remark.topics-missing': 'لا يمكن لـ {$mentor} المساعدة في {$topics}.',
  'matching.remark.topics-unnamed': 'لم تُذكر المواضيع التي تهمّ {$mentee}.',
  'matching.remark.talk':
    'لغة الكلام معًا: {$language} ({$mentee}: {$menteeLevel}، {$mentor}: {$mentorLevel}).',
  'matching.remark.interpreter': 'يحتاج اللقاء إلى مترجم.',
  'matching.remark.practice': 'رغبة {$mentee} هي التدرّب على الدنماركية. مستوى {$mentor} فيها جيد.',
  'matching.remark.practice-missing':
    'رغبة {$mentee} هي التدرّب على الدنماركية. مستوى {$mentor} فيها لا يكفي.',
  'matching.remark.time': 'الوقت المشترك في الأسبوع: {$hours} ({$pieces}).',
  'matching.remark.time-short': 'الوقت المشترك في الأسبوع قليل: {$hours} ({$pieces}).',
  'matching.remark.time-none': 'لا يوجد وقت مشترك.',
  'matching.remark.waiting': `.input {$days :integer}
.match $days
zero {{بدأ انتظار {$mentee} اليوم.}}
one {{مدة انتظار {$mentee}: يوم واحد.}}
two {{مدة انتظار {$mentee}: يومان.}}
few {{مدة انتظار {$mentee}: {$days} أيام.}}
many {{مدة انتظار {$mentee}: {$days} يومًا.}}
* {{مدة انتظار {$mentee}: {$days} يوم.}}`,
  'matching.remark.close': 'السكن في البلدية نفسها أو قريب.',
  'matching.remark.near': 'المسافة بين السكنين حوالي {$km} كم.',
  'matching.remark.far': 'المسافة بين السكنين حوالي {$km} كم.',
  'matching.remark.online': 'يكون اللقاء عبر الإنترنت؛ المسافة بين السكنين حوالي {$km} كم.',
  'matching.remark.interests': 'اهتمامات مشتركة: {$interests}.',
  'matching.remark.interests-unknown': 'لا نعرف اهتمامات مشتركة بينهما.',
  'matching.remark.wish-met-gender': 'طلب {$who} بشأن لقاء امرأة أو رجل متوفّر.',
  'matching.remark.wish-met-age': 'طلب {$who} بشأن العمر متوفّر.',
  'matching.remark.wish-unmet-gender': 'طلب {$who} بشأن لقاء امرأة أو رجل غير متوفّر.',
  'matching.remark.wish-unmet-age': 'طلب {$who} بشأن العمر غير متوفّر.',
} satisfies Record<keyof typeof danish, string>
