import type { accounts as danish } from '../da/accounts.ts'

export const accounts = {
  'staff-invitation.subject': 'Запрошення до Makker',
  'staff-invitation.heading': 'Ласкаво просимо',
  'staff-invitation.text':
    'Запрошуємо вас користуватися Makker. Муніципалітет: {$municipality}. Натисніть кнопку, щоб почати.',
  'staff-invitation.limit':
    'Посилання діє 7 днів. Якщо ви не чекали на цей лист, нічого робити не треба.',
  'staff-invitation.button': 'Почати',
} satisfies Record<keyof typeof danish, string>
