import type { tasks as danish } from '../da/tasks.ts'

export const tasks = {
  'tasks.title': 'المهام',
  'tasks.lead': 'هذا ما ينتظركم. تختفي المهمة وحدها عند زوال سببها.',
  'tasks.empty': 'لا مهام الآن.',
  'tasks.show.person': 'عرض الشخص',
  'tasks.show.meeting': 'عرض اللقاء',
  'tasks.show.match': 'عرض الثنائي',
  'tasks.show.mail': 'عرض الرسالة',
  'tasks.meeting': 'اللقاء {$at}.',
  'tasks.done': 'أُنجزت',
  'tasks.by': 'الموعد الأخير: {$day}.',
  'tasks.since': 'كان الموعد الأخير {$day}.',
  'tasks.kind.requirement_expired': 'متطلب ناقص أو منتهي الصلاحية: {$requirement}',
  'tasks.kind.requirement_expiring': 'متطلب تنتهي صلاحيته قريبًا: {$requirement}',
  'tasks.kind.interview_unrecorded': 'المقابلة غير مسجّلة',
  'tasks.kind.reconfirmation_by_phone': 'سؤال بالهاتف: هل ما زال الاهتمام قائمًا؟',
  'tasks.kind.reconfirmation_unanswered': 'لا جواب، والمشاركة متوقّفة مؤقتًا',
  'tasks.kind.mail_failed': 'لم يستقبل خادم البريد الرسالة خمسة أيام. يرجى الاتصال',
  'tasks.kind.mail_refused': 'لم يصل البريد. يرجى تصحيح العنوان أو الاتصال',
} satisfies Record<keyof typeof danish, string>
