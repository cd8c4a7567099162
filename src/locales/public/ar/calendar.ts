import type { calendar as danish } from '../da/calendar.ts'

export const calendar = {
  'calendar.title': 'مواعيدك في تقويمك الخاص',
  'calendar.lead':
    'أنشئ عنوانًا سريًا وأضفه إلى تقويمك. عندها تبقى مواعيدك محدّثة، حتى عند نقلها أو إلغائها.',
  'calendar.secret':
    'كل من لديه العنوان يستطيع أن يرى وقت مواعيدك ومكانها والأسماء الأولى. لا تشاركه مع أحد. وعندما تنشئ عنوانًا جديدًا يتوقف القديم عن العمل.',
  'calendar.make': 'إنشاء عنوان',
  'calendar.renew': 'إنشاء عنوان جديد',
  'calendar.end': 'إيقاف العنوان',
  'calendar.since': 'أنشأت عنوانًا في {$day}.',
  'calendar.made': 'هذا هو عنوانك',
  'calendar.once': 'يظهر الآن فقط. اضغط على الزر أو انسخه إلى تقويمك.',
  'calendar.open': 'فتح في تقويمي',
  'calendar.link': 'المواعيد في تقويمك الخاص',
} satisfies Record<keyof typeof danish, string>
