export const meetings = {
  'meeting-invitation.subject': 'Aftale på biblioteket',
  'meeting-invitation.heading': 'Du er inviteret til et møde',
  'meeting-invitation.with': 'Du skal mødes med {$names}.',
  'meeting-invitation.text':
    'Her er tid og sted. Læg mødet i din kalender med den vedhæftede fil, og svar, om du kan komme.',
  'meeting-invitation.interpreter': 'Der er en tolk med.',
  'meeting-invitation.childCare': 'Der er børnepasning.',
  'meeting-invitation.answer': 'Svar, om du kan komme',
  'meeting-invitation.description': 'Svar på linket herunder, om du kan komme.',
  'meeting-moved.subject': 'Ændret: aftale på biblioteket',
  'meeting-moved.heading': 'Mødet har fået ny tid eller nyt sted',
  'meeting-moved.text':
    'Her er tid og sted, som de er nu. Den vedhæftede fil retter mødet i din kalender. Svar igen, også hvis du har svaret før.',
  'meeting-moved.before': 'Før',
  'meeting-cancelled.subject': 'Aflyst: aftale på biblioteket',
  'meeting-cancelled.heading': 'Mødet er aflyst',
  'meeting-cancelled.text':
    'Mødet herunder bliver ikke til noget. Du skal ikke gøre noget; den vedhæftede fil fjerner det fra din kalender.',
  'meeting-reminder.subject': 'Husk: aftale på biblioteket',
  'meeting-reminder.heading': 'Husk jeres møde',
  'meeting-reminder.text': 'Her er tid og sted. Kan du ikke komme, så sig det nu.',
} as const
