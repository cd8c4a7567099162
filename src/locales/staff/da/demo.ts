export const demo = {
  'demo.title': 'Prøv Makker',
  'demo.lead': 'Alle personer er opdigtede. Intet bliver sendt.',
  'demo.who': 'Hvem vil du være?',
  'demo.be.coordinator': 'Koordinator i Odense',
  'demo.be.ofPairs': 'Koordinator i Roskilde, med mentorpar',
  'demo.be.mentor': 'Mentor, der venter',
  'demo.be.paired': 'Mentor i et mentorpar',
  'demo.be.mentee': 'Mentee, der læser arabisk',
  'demo.mail': 'Læs posten',
  'demo.clock': 'Demoens ur',
  'demo.now': 'Uret viser {$at}.',
  'demo.noMeeting': 'Planlæg et møde, så kan uret stilles frem til efter mødet.',
  'demo.next': 'Næste møde i Odense: {$at}.',
  'demo.move': 'Stil uret frem til efter mødet',
  'demo.days':
    '.input {$days :integer} .match $days one {{Stil uret {$days} dag frem}} * {{Stil uret {$days} dage frem}}',
  'demo.again': 'Når uret er stillet, skal du måske logge ind igen.',
} as const
