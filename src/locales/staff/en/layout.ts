import type { layout as danish } from '../da/layout.ts'

export const layout = {
  'layout.nav.label': 'Main menu',
  'layout.nav.proposals': 'Proposals',
  'layout.nav.people': 'People',
  'layout.nav.matches': 'Matches',
  'layout.nav.meetings': 'Meetings',
  'layout.nav.privacy': 'Personal data',
  'layout.nav.report': 'Report',
  'layout.nav.mail': 'Mail',
  'layout.nav.administration': 'Administration',
} satisfies Record<keyof typeof danish, string>
