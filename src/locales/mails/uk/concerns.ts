import type { concerns as danish } from '../da/concerns.ts'

export const concerns = {
  'concern.subject': 'Є дещо, на що варто подивитися',
  'concern.heading': 'Є дещо, на що варто подивитися',
  'concern.text': 'Увійдіть у Makker і перегляньте це в розділі «Завдання».',
  'concern.button': 'Відкрити Makker',
} satisfies Record<keyof typeof danish, string>
