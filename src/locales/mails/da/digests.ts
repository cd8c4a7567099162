export const digests = {
  'digest.subject': 'Ugens overblik',
  'digest.heading': 'Din uge',
  'digest.meetings': 'Møder de næste syv dage: {$count}',
  'digest.toRecord': 'Møder, der mangler at blive registreret: {$count}',
  'digest.atRisk': 'Makkerpar, der kræver opmærksomhed: {$count}',
  'digest.waiting': 'Personer, der venter på en makker: {$count}',
  'digest.more': 'og {$count} mere',
  'digest.seeMeetings': 'Se møderne',
  'digest.seeMatches': 'Se makkerparrene',
  'digest.seePeople': 'Se dem, der venter',
} as const
