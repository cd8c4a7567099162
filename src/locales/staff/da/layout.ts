export const layout = {
  'layout.nav.label': 'Hovedmenu',
  'layout.nav.proposals': 'Forslag',
  'layout.nav.people': 'Personer',
  'layout.nav.matches': 'Match',
  'layout.nav.meetings': 'Møder',
  'layout.nav.privacy': 'Persondata',
  'layout.nav.report': 'Rapport',
  'layout.nav.mail': 'Post',
  'layout.nav.administration': 'Administration',
} as const
