import type { concerns as danish } from '../da/concerns.ts'

export const concerns = {
  'concern.subject': 'هناك ما يحتاج إلى نظرك',
  'concern.heading': 'هناك ما يحتاج إلى نظرك',
  'concern.text': 'سجّل الدخول إلى Makker وانظر فيه تحت المهام.',
  'concern.button': 'فتح Makker',
} satisfies Record<keyof typeof danish, string>
