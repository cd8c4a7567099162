export const letters = {
  'letters.title': 'Breve',
  'letters.lead':
    'Personer uden e-mail får et brev om det, andre får en mail om: velkomst, forslag og møde.',
  'letters.empty': 'Ingen venter på et brev.',
  'letters.none': 'Der er ikke noget at skrive til personen om nu.',
  'letters.phoneWhere': 'Telefonnummeret i brevene står på siden om programmet.',
  'letters.language': 'Brevets sprog',
  'letters.what': 'Brev',
  'letters.kind.welcome': 'Velkomst',
  'letters.kind.offer': 'Forslag om en makker',
  'letters.kind.meeting': 'Møde: tid og sted',
  'letters.kind.moved': 'Mødet er flyttet',
  'letters.kind.off': 'Mødet er aflyst',
  'letters.waiting': '{$what}: ikke printet',
  'letters.printed': '{$what}: printet den {$day}',
  'letters.print': 'Vis til print',
  'letters.of': 'Breve til {$name}',
  'letters.toPerson': 'Til personens side',
  'letters.answer': 'Når svaret kommer',
  'letters.recordAnswer': 'Notér svaret fra {$name}',
  'letters.skipped':
    '.input {$count :integer} .match $count one {{{$count} af de valgte har ikke noget brev, der venter: personen får mail, eller brevet er printet.}} * {{{$count} af de valgte har ikke noget brev, der venter: de får mail, eller brevet er printet.}}',
  'letters.ready':
    '.input {$count :integer} .match $count one {{{$count} brev er klar}} * {{{$count} breve er klar}}',
  'letters.howToPrint':
    'Tryk på Ctrl og P for at printe. Kun brevene kommer med. Hvert brev følger også på dansk.',
  'letters.back': 'Tilbage til brevene',
  'letters.inDanish': 'Det samme brev på dansk',
} as const
