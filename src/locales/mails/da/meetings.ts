export const meetings = {
  'meeting-invitation.subject': 'Aftale på biblioteket',
  'meeting-invitation.heading': 'Du er inviteret til et møde',
  'meeting-invitation.text':
    'Her er tid og sted. Læg mødet i din kalender med den vedhæftede fil. Kan du ikke komme, så kontakt biblioteket.',
  'meeting-cancelled.subject': 'Aflyst: aftale på biblioteket',
  'meeting-cancelled.heading': 'Mødet er aflyst',
  'meeting-cancelled.text':
    'Mødet herunder bliver ikke til noget. Du skal ikke gøre noget; den vedhæftede fil fjerner det fra din kalender.',
} as const
