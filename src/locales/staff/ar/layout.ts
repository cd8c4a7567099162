import type { layout as danish } from '../da/layout.ts'

export const layout = {
  'layout.nav.label': 'القائمة الرئيسية',
  'layout.nav.proposals': 'الاقتراحات',
  'layout.nav.people': 'الأشخاص',
  'layout.nav.matches': 'الثنائيات',
  'layout.nav.meetings': 'اللقاءات',
  'layout.nav.privacy': 'البيانات الشخصية',
  'layout.nav.report': 'التقرير',
  'layout.nav.mail': 'البريد',
  'layout.nav.administration': 'الإدارة',
} satisfies Record<keyof typeof danish, string>
