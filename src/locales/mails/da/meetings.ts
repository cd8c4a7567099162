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
  'meeting-cancelled.one.subject': 'Aflyst: aftale på biblioteket',
  'meeting-cancelled.one.heading': 'Mødet er aflyst',
  'meeting-cancelled.one.text':
    'Mødet herunder bliver ikke til noget. Du skal ikke gøre noget; den vedhæftede fil fjerner det fra din kalender.',
  'meeting-cancelled.several.subject': 'Aflyst: aftaler på biblioteket',
  'meeting-cancelled.several.heading': 'Møder er aflyst',
  'meeting-cancelled.several.text':
    'Møderne herunder bliver ikke til noget. Du skal ikke gøre noget; de vedhæftede filer fjerner dem fra din kalender.',
  'meeting-cancelled.off': 'Aflyst',
  'meeting-reminder.subject': 'Husk: aftale på biblioteket',
  'meeting-reminder.heading': 'Husk jeres møde',
  'meeting-reminder.text': 'Her er tid og sted. Kan du ikke komme, så sig det nu.',
} as const
