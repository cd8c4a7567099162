import type { accounts as danish } from '../da/accounts.ts'

export const accounts = {
  'staff-invitation.subject': 'دعوت به Makker',
  'staff-invitation.heading': 'خوش آمدید',
  'staff-invitation.text':
    'از شما دعوت شده است که در {$municipality} از Makker استفاده کنید. برای شروع روی دکمه بزنید.',
  'staff-invitation.limit':
    'لینک 7 روز کار می\u200cکند. اگر منتظر این ایمیل نبودید، لازم نیست کاری کنید.',
  'staff-invitation.button': 'شروع',
} satisfies Record<keyof typeof danish, string>
