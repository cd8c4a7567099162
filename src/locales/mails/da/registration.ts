export const registration = {
  'registration.subject': 'Biblioteket har fået dine svar',
  'registration.heading': 'Tak, vi har fået dine svar',
  'registration.text': 'Du hører fra biblioteket inden for en uge.',
  'registration.page':
    'Tryk på knappen, så ved vi, at e-mailen er din. Den åbner din egen side. Der kan du se og rette det, vi ved om dig.',
  'registration.shared':
    'Der stod allerede en person med denne e-mail hos os. Er det også dig, så sig det til biblioteket, så du kun står der én gang.',
  'registration.limit':
    'Knappen virker i 7 dage og kun én gang. Kender du ikke noget til det, så se bort fra denne mail.',
  'registration.button': 'Ja, det er min e-mail',
  'email-changed.subject': 'Din e-mail hos biblioteket',
  'email-changed.heading': 'Er det din nye e-mail?',
  'email-changed.text':
    'Der er skrevet en ny e-mail hos biblioteket: denne. Vi bruger den først, når du har trykket på knappen.',
  'email-replaced.subject': 'Der er skrevet en ny e-mail hos biblioteket',
  'email-replaced.heading': 'Der er skrevet en ny e-mail',
  'email-replaced.text':
    'Der er skrevet en anden e-mail til dig hos biblioteket end denne. Når den er bekræftet, kommer vores mails dertil. Indtil da kommer de hertil.',
  'email-replaced.not':
    'Er det dig, der har bedt om det, skal du ikke gøre noget. Hvis ikke, så ring til biblioteket, eller fortryd det på din egen side.',
  'email-replaced.button': 'Få et link til min egen side',
} as const
