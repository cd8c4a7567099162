import type { account as danish } from '../da/account.ts'

export const account = {
  'account.signIn.title': 'تسجيل الدخول',
  'account.link.title': 'تسجيل الدخول إلى Makker',
  'account.link.lead': 'يرجى الضغط على الزر لتسجيل الدخول. الرابط يعمل مرة واحدة.',
  'account.link.elsewhere':
    'طُلب الرابط من متصفح آخر أو جهاز آخر. يرجى كتابة الرموز الستة التي ظهرت هناك.',
  'account.link.word': 'الرموز الستة',
  'account.link.word.hint': 'لا فرق بين الأحرف الكبيرة والصغيرة.',
  'account.link.again': 'طلب رابط جديد',
  'account.link.submit': 'تسجيل الدخول',
  'account.confirm.submit': 'متابعة',
} satisfies Record<keyof typeof danish, string>
