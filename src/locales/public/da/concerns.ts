export const concerns = {
  'concerns.form.title': 'Fortæl om noget, der bekymrer dig',
  'concerns.form.lead':
    'Er der sket noget, du ikke er tryg ved, så skriv det her. Du kan skrive på dit eget sprog.',
  'concerns.form.danger': 'Er nogen i fare nu, så ring 112.',
  'concerns.form.readBy.names':
    'Kun {$names} kan læse det. Den anden i dit makkerpar får det ikke at vide.',
  'concerns.form.readBy.two':
    'Kun to medarbejdere, som biblioteket har valgt, kan læse det. Den anden i dit makkerpar får det ikke at vide.',
  'concerns.form.about': 'Hvem handler det om?',
  'concerns.form.pair': 'Mig og {$name}',
  'concerns.form.other': 'Noget andet',
  'concerns.form.text': 'Hvad er der sket?',
  'concerns.form.hint': 'Skriv også, hvis du gerne vil ringes op, og hvornår.',
  'concerns.form.halts': 'Vores møder skal stoppe nu',
  'concerns.form.halts.hint':
    'Parret holder pause, og møderne bliver aflyst. Den anden får at vide, at de er aflyst, men ikke hvorfor.',
  'concerns.form.send': 'Send',
  'concerns.received.title': 'Tak. Vi har fået det',
  'concerns.received.text':
    'Det bliver læst af dem, det er til. De ser på det så hurtigt som muligt.',
  'concerns.received.back': 'Tilbage',
  'concerns.own.link': 'Er der noget, der bekymrer dig?',
} as const
