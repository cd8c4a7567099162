import type { layout as danish } from '../da/layout.ts'

export const layout = {
  'layout.skip': 'Skip to content',
  'layout.footer': 'Makker is free software that brings volunteer mentors and mentees together.',
  'layout.languages': 'Languages',
  'layout.signOut': 'Sign out',
} satisfies Record<keyof typeof danish, string>
