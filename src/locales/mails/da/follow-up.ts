export const followUp = {
  'meeting-outcome.subject': 'Et spørgsmål fra biblioteket',
  'meeting-outcome.heading': 'Mødtes I?',
  'meeting-outcome.text': 'Du havde en aftale med {$name} {$at}. Hvem kom?',
  'meeting-outcome.why': 'Et enkelt svar er nok. Så ved biblioteket, hvordan det går.',
  'meeting-outcome.button': 'Svar her',
  'fit-question.subject': 'Et spørgsmål fra biblioteket',
  'fit-question.heading': 'Passer I godt sammen?',
  'fit-question.text': 'Du og {$name} har nu mødtes. Synes du, at I passer godt sammen?',
  'fit-question.private':
    '{$name} får ikke dit svar at vide. Kun bibliotekets koordinator ser det.',
  'fit-question.until': 'Svar senest den {$day}.',
  'fit-question.button': 'Svar her',
  'check-in.subject': 'Et spørgsmål fra biblioteket',
  'check-in.heading': 'Hvordan gik det i {$month}?',
  'check-in.text': 'Hvor mange gange mødtes du og {$name}, og hvor mange timer var det?',
  'check-in.why': 'Det tager et minut, og et skøn er nok.',
  'check-in.button': 'Svar her',
} as const
