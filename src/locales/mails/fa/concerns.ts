import type { concerns as danish } from '../da/concerns.ts'

export const concerns = {
  'concern.subject': 'چیزی هست که باید ببینید',
  'concern.heading': 'چیزی هست که باید ببینید',
  'concern.text': 'وارد Makker شوید و آن را در بخش وظایف ببینید.',
  'concern.button': 'باز کردن Makker',
} satisfies Record<keyof typeof danish, string>
