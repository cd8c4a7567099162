import type { accounts as danish } from '../da/accounts.ts'

export const accounts = {
  'staff-invitation.subject': 'دعوة إلى Makker',
  'staff-invitation.heading': 'أهلًا بك',
  'staff-invitation.text':
    'هذه دعوة لك لاستخدام Makker في {$municipality}. يرجى الضغط على الزر للبدء.',
  'staff-invitation.limit':
    'الرابط يعمل لمدة 7 أيام. إذا وصلتك هذه الرسالة بالخطأ، فلا حاجة إلى فعل أي شيء.',
  'staff-invitation.button': 'البدء',
} satisfies Record<keyof typeof danish, string>
