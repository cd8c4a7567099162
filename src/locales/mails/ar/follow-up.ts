import type { followUp as danish } from '../da/follow-up.ts'

export const followUp = {
  'meeting-outcome.subject': 'سؤال من المكتبة',
  'meeting-outcome.heading': 'هل التقيتما؟',
  'meeting-outcome.text': 'كان لديك موعد مع {$name}، {$at}. من حضر، أم أُلغي الموعد؟',
  'meeting-outcome.why': 'جواب واحد يكفي، لتعرف المكتبة كيف تسير الأمور.',
  'meeting-outcome.button': 'الجواب هنا',
  'fit-question.subject': 'سؤال من المكتبة',
  'fit-question.heading': 'هل بينكما توافق جيد؟',
  'fit-question.text': 'لقد التقيت مع {$name}. برأيك، هل بينكما توافق جيد؟',
  'fit-question.private': 'لن نخبر {$name} بجوابك. لا يراه إلا مكتب التنسيق في المكتبة.',
  'fit-question.until': 'يرجى الجواب قبل نهاية يوم {$day}.',
  'fit-question.button': 'الجواب هنا',
  'check-in.subject': 'سؤال من المكتبة',
  'check-in.heading': 'كيف كان الحال في {$month}؟',
  'check-in.text': 'كم مرة التقيت مع {$name}، وكم ساعة كان ذلك؟',
  'check-in.why': 'يستغرق ذلك دقيقة، والتقدير يكفي.',
  'check-in.button': 'الجواب هنا',
  'meeting-proposed.subject': 'اقتراح موعد',
  'meeting-proposed.heading': 'اقتراح لقاء من {$name}',
  'meeting-proposed.text': 'الوقت: {$at}.',
  'meeting-proposed.next':
    'يرجى رؤية المكان في الصفحة والجواب بنعم أو لا. إذا كان الجواب نعم فستصلكما دعوة للتقويم.',
  'meeting-proposed.button': 'عرض الاقتراح والجواب',
} satisfies Record<keyof typeof danish, string>
