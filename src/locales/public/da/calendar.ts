export const calendar = {
  'calendar.title': 'Dine aftaler i din egen kalender',
  'calendar.lead':
    'Lav en hemmelig adresse, og tilføj den i din kalender. Så følger dine aftaler med, også når de bliver flyttet eller aflyst.',
  'calendar.secret':
    'Alle, der har adressen, kan se, hvornår og hvor du har aftaler, og fornavne. Del den ikke med nogen. Laver du en ny, virker den gamle ikke mere.',
  'calendar.make': 'Lav en adresse',
  'calendar.renew': 'Lav en ny adresse',
  'calendar.end': 'Stop adressen',
  'calendar.since': 'Du lavede en adresse den {$day}.',
  'calendar.made': 'Her er din adresse',
  'calendar.once': 'Den vises kun nu. Tryk på knappen, eller kopiér den over i din kalender.',
  'calendar.open': 'Åbn i min kalender',
  'calendar.link': 'Få aftalerne i din egen kalender',
} as const
