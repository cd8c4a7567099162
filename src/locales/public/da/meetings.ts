export const meetings = {
  'matches.mail.subject': 'Nyt fra biblioteket',
  'matches.mail.heading': 'Jeres makkerpar er afsluttet',
  'matches.mail.greeting': 'Hej {$name}',
  'matches.mail.text':
    'Det makkerpar, du er med i, er afsluttet. Møder, I havde aftalt, bliver ikke til noget.',
  'matches.mail.next':
    'Du skal ikke gøre noget. Biblioteket kigger efter en ny makker til dig. Har du spørgsmål, så kontakt biblioteket.',
  'meetings.mail.subject': 'Aftale på biblioteket',
  'meetings.mail.heading': 'Du er inviteret til et møde',
  'meetings.mail.greeting': 'Hej {$name}',
  'meetings.mail.text':
    'Her er tid og sted. Læg mødet i din kalender med den vedhæftede fil. Kan du ikke komme, så kontakt biblioteket.',
  'meetings.mail.when': 'Tid',
  'meetings.mail.where': 'Sted',
  'meetings.mail.fromTo': '{$from} til {$to}',
  'meetings.mail.off.subject': 'Aflyst: aftale på biblioteket',
  'meetings.mail.off.heading': 'Mødet er aflyst',
  'meetings.mail.off.text':
    'Mødet herunder bliver ikke til noget. Du skal ikke gøre noget; den vedhæftede fil fjerner det fra din kalender. Har du spørgsmål, så kontakt biblioteket.',
} as const
