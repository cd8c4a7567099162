export const matching = {
  'matching.reason.not-ready': '{$mentee} er ikke klar endnu',
  'matching.reason.requirement-missing': '{$mentor} mangler at opfylde et krav',
  'matching.reason.requirement-expiring': 'et af kravene til {$mentor} udløber den {$day}',
  'matching.reason.no-place':
    '{$mentor} har ingen ledig plads ({$taken} af {$capacity} er optaget)',
  'matching.reason.away': '{$who} er væk til og med den {$day}',
  'matching.reason.no-common-language': 'de har intet fælles sprog',
  'matching.reason.language-too-low':
    'deres {$language} rækker ikke ({$mentee}: {$menteeLevel}, {$mentor}: {$mentorLevel}, der skal {$needed} til)',
  'matching.reason.no-common-time': 'de har ingen tid til fælles',
  'matching.reason.time-too-short':
    'deres længste fælles tid er {$longest} minutter, og der skal {$needed} til',
  'matching.reason.too-far': 'de bor {$km} km fra hinanden, og grænsen er {$limit} km',
  'matching.reason.no-common-way': 'den ene mødes kun online og den anden kun ansigt til ansigt',
  'matching.reason.children': '{$mentee} har børn med, og det er {$mentor} ikke godkendt til',
  'matching.reason.gender-wish': '{$who} har et ønske om køn, der ikke passer',
  'matching.reason.age-wish': '{$who} har et ønske om alder, der ikke passer',
  'matching.reason.excluded': 'parret må ikke foreslås',
  'matching.reason.same-person': 'de er samme person',
  'matching.whyNot.noMentors': 'Der er ingen mentorer.',
  'matching.whyNot.noMentees': 'Der er ingen mentees.',
  'matching.whyNot.noTalk.mentee':
    '.input {$others :integer} .match $others one {{{$name} og den eneste mentor har ikke et sprog, de begge taler godt nok.}} * {{Ingen af de {$others} mentorer har et sprog til fælles med {$name}, som de begge taler godt nok.}}',
  'matching.whyNot.noTalk.mentor':
    '.input {$others :integer} .match $others one {{{$name} og den eneste mentee har ikke et sprog, de begge taler godt nok.}} * {{Ingen af de {$others} mentees har et sprog til fælles med {$name}, som de begge taler godt nok.}}',
  'matching.whyNot.talk.mentee':
    '.input {$count :integer} .match $count one {{{$count} mentor kan tale med {$name}: {$details}.}} * {{{$count} mentorer kan tale med {$name}: {$details}.}}',
  'matching.whyNot.talk.mentor':
    '.input {$count :integer} .match $count one {{{$count} mentee kan tale med {$name}: {$details}.}} * {{{$count} mentees kan tale med {$name}: {$details}.}}',
  'matching.whyNot.withInterpreter': 'Tolk er nødvendig for {$count} af dem.',
  'matching.whyNot.suitsOtherwise': '{$count} ville ellers passe',
  'matching.whyNot.neededByOthers':
    '.input {$count :integer} .match $count one {{{$count} ville passe, men der er mere brug for den mentor hos andre}} * {{{$count} ville passe, men der er mere brug for dem hos andre}}',
  'matching.whyNot.haveAnother': '{$count} ville passe, men har fået en anden mentor',
  'matching.obstacle.same-person': '{$count} er samme person',
  'matching.obstacle.excluded': '{$count} må ikke foreslås',
  'matching.obstacle.not-ready': '{$count} er ikke klar endnu',
  'matching.obstacle.requirement-missing': '{$count} mangler at opfylde et krav',
  'matching.obstacle.requirement-expiring': '{$count} har et krav, der snart udløber',
  'matching.obstacle.no-place': '{$count} har ingen ledig plads',
  'matching.obstacle.away': '{$count} er væk de kommende uger',
  'matching.obstacle.children-mentee': '{$count} er ikke godkendt til at møde børn',
  'matching.obstacle.children-mentor': '{$count} har børn med',
  'matching.obstacle.gender-wish': '{$count} passer ikke med et ønske om køn',
  'matching.obstacle.age-wish': '{$count} passer ikke med et ønske om alder',
  'matching.obstacle.no-common-language': '{$count} har intet fælles sprog',
  'matching.obstacle.no-common-time': '{$count} har ikke nok tid samtidig',
  'matching.obstacle.no-common-way':
    '{$count} vil mødes på en anden måde (online eller ansigt til ansigt)',
  'matching.obstacle.too-far': '{$count} bor for langt væk',
  'matching.change.none': 'Der er ikke fundet en enkelt ændring, der ville hjælpe.',
  'matching.change.helps':
    'Mindste ændring: hvis {$changes}, kan {$mentor} og {$mentee} blive et par, uden at nogen anden mister sit forslag.',
  'matching.change.both': 'begge',
  'matching.change.free-hours': '{$who} også kan {$piece}',
  'matching.change.be-back': '{$who} er tilbage som planlagt den {$day}',
  'matching.change.travel-further': '{$who} siger ja til en afstand på {$km} km',
  'matching.change.meet-online': '{$who} kan mødes online',
  'matching.change.be-ready': '{$mentee} bliver klar',
  'matching.change.more-places': '{$mentor} tager én mere ({$capacity} i alt)',
  'matching.change.renew-requirement': 'kravet til {$mentor} fornyes til mindst {$day}',
  'matching.change.meet-requirement': '{$mentor} får opfyldt det krav, der mangler',
  'matching.change.accept-interpreter': '{$mentee} siger ja til en tolk',
  'matching.change.relax-gender-wish': '{$who} opgiver ønsket om den andens køn',
  'matching.change.relax-age-wish': '{$who} opgiver ønsket om den andens alder',
  'matching.change.accept-children': '{$mentor} bliver godkendt til at møde børn',
  'matching.recruit.who':
    'En mentor i {$municipality}, der taler {$languages}, kan {$pieces} og hjælper med {$topics}.',
  'matching.recruit.gain':
    '.input {$matched :integer} .match $matched 0 {{Det ville ikke give flere par, men par, der passer bedre ({$points} point mere i alt).}} one {{Det ville give {$matched} par mere og {$points} point mere i alt.}} * {{Det ville give {$matched} par mere og {$points} point mere i alt.}}',
  'matching.recruit.woman': 'Det skal være en kvinde.',
  'matching.recruit.man': 'Det skal være en mand.',
  'matching.recruit.children': 'Mentoren skal kunne godkendes til at møde mentees med børn.',
  'matching.recruit.online': 'Mentoren skal kunne mødes online.',
  'matching.recruit.atLeast': '{$language} (mindst {$level})',
  'matching.recruit.gainPairs':
    '.input {$matched :integer} .match $matched one {{Det ville give {$matched} par mere.}} * {{Det ville give {$matched} par mere.}}',
  'matching.askForMore': '{$name} kunne tage én mere ({$capacity} i alt).',
  'matching.cost.none': 'Det koster ingen andre noget.',
  'matching.cost.points': 'Alle tilsammen mister {$points} point.',
  'matching.cost.unmatched':
    '.input {$count :integer} .match $count one {{Én anden mister sin plads: {$names}.}} * {{{$count} andre mister deres plads: {$names}.}}',
} as const
