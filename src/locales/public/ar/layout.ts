import type { layout as danish } from '../da/layout.ts'

export const layout = {
  'layout.skip': 'الانتقال إلى المحتوى',
  'layout.footer': 'Makker برنامج حاسوبي حرّ. يجمع بين المرشدين المتطوّعين والمشاركين.',
  'layout.languages': 'اللغات',
  'layout.signOut': 'تسجيل الخروج',
} satisfies Record<keyof typeof danish, string>
