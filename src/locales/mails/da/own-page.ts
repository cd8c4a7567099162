export const ownPage = {
  'own-page-link.subject': 'Din side hos biblioteket',
  'own-page-link.heading': 'Her er din side',
  'own-page-link.text':
    'Med knappen åbner du din egen side. Der kan du se og rette det, vi ved om dig.',
  'own-page-link.word':
    'Åbner du siden et andet sted, end hvor du bad om linket, skal du skrive de seks tegn, som blev vist der.',
  'own-page-link.limit':
    'Linket virker i 10 minutter og kun én gang. Har du ikke bedt om det, så se bort fra denne mail.',
  'own-page-link.button': 'Åbn min side',
} as const
