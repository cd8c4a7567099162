export const mailTexts = {
  'mailTexts.title': 'Egne tekster i mails',
  'mailTexts.lead':
    'Tilføj et afsnit til en slags mail, på de sprog I vil. Makkers egne ord bliver stående.',
  'mailTexts.fallback': 'Mangler et sprog, står den danske tekst i stedet.',
  'mailTexts.languages': 'Sprog',
  'mailTexts.written': '(skrevet)',
  'mailTexts.one': '{$kind} – {$language}',
  'mailTexts.back': 'Alle tekster',
  'mailTexts.text': 'Jeres afsnit',
  'mailTexts.hint':
    'Højst 500 tegn. Ingen links, CPR-numre eller ord, der viser, hvem der er flygtning. Tomt felt: intet afsnit.',
  'mailTexts.preview': 'Se mailen',
  'mailTexts.save': 'Gem',
  'mailTexts.looks': 'Sådan ser mailen ud',
  'mailTexts.invented': 'Navne og tider er opdigtede.',
  'mailTexts.subject': 'Emne',
  'mailTexts.change': 'Skriv egne tekster i mails',
} as const
