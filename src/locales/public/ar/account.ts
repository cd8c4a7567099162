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
  'account.invitation.mail.subject': 'دعوة إلى Makker',
  'account.invitation.mail.heading': 'أهلًا بك، {$name}',
  'account.invitation.mail.text':
    'هذه دعوة لك لاستخدام Makker في {$municipality}. يرجى الضغط على الزر للبدء.',
  'account.invitation.mail.limit':
    'الرابط يعمل لمدة 7 أيام. إذا وصلتك هذه الرسالة بالخطأ، فلا حاجة إلى فعل أي شيء.',
  'account.invitation.mail.button': 'البدء',
  'account.confirm.submit': 'متابعة',
} satisfies Record<keyof typeof danish, string>
