export const digests = {
  'digest.subject': 'Ugens overblik',
  'digest.heading': 'Din uge',
  'digest.text': 'Sådan ser ugen ud i Makker. Log ind for at se hvem og hvornår.',
  'digest.meetings': 'Møder de næste syv dage',
  'digest.toRecord': 'Møder, der mangler at blive registreret',
  'digest.atRisk': 'Makkerpar, der kræver opmærksomhed',
  'digest.waiting': 'Personer, der venter på en makker',
  'digest.seeMeetings': 'Se møderne',
  'digest.seeMatches': 'Se makkerparrene',
  'digest.seePeople': 'Se dem, der venter',
} as const
