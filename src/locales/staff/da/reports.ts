export const reports = {
  'report.title': 'Kvantitativ rapport',
  'report.period': '{$from} til og med {$through}',
  'report.asOf': 'Opgjort efter det, der var registreret den {$date}.',
  'report.internal': 'Intern',
  'report.internalNote':
    'Intern udgave: Den viser også tal om ganske få personer og må ikke sendes ud af huset.',
  'report.publicNote':
    'Offentlig udgave: Tal fra 1 til {$most} vises ikke, og heller ikke tal, som de kan regnes ud af.',
  'report.form.title': 'Vælg periode',
  'report.form.from': 'Fra og med',
  'report.form.to': 'Til',
  'report.form.toHint': 'Den første dag, der ikke er med. For hele 2026: 1. januar 2027.',
  'report.form.audience': 'Hvem skal læse rapporten?',
  'report.form.audience.internal': 'Kun os selv: alle tal',
  'report.form.audience.public': 'Andre: små tal skjules, og perioden er hele måneder',
  'report.form.submit': 'Vis rapporten',
  'report.csv.title': 'Hent tallene',
  'report.csv.excel': 'Hent til Excel (CSV, dansk)',
  'report.csv.plain': 'Hent som CSV',
  'report.summary': 'Kort fortalt',
  'report.section.mentors': 'Mentorer',
  'report.section.mentees': 'Flygtninge',
  'report.section.groups': 'Hvem de er',
  'report.section.waiting': 'Ventetid',
  'report.section.matches': 'Mentorpar',
  'report.section.meetings': 'Møder og aftaler',
  'report.definitions': 'Sådan er tallene talt op',
  'report.table.measure': 'Hvad',
  'report.table.value': 'Antal',
  'report.table.caption': '{$name}, {$by}',
  'report.column.contacted': 'Kontaktet',
  'report.column.participating': 'Deltager',
  'report.table.of': '{$numerator} af {$denominator}',
  'report.table.hidden': 'Skjult',
  'report.by.sex': 'efter køn',
  'report.by.age': 'efter alder',
  'report.by.residence': 'efter bopæl',
  'report.by.partner': 'efter den forening, der skabte kontakten',
  'report.by.days': 'efter antal dage',
  'report.by.state': 'efter udfald',
  'report.by.topic': 'efter emne',
  'report.measure.mentor.registered': 'Mentorer, der har meldt sig',
  'report.measure.mentor.interviewed': 'Mentorer, der har været til samtale',
  'report.measure.mentor.selected': 'Mentorer, der er udvalgt',
  'report.measure.mentor.ready': 'Mentorer, der er blevet klar',
  'report.measure.mentor.registeredAtEnd': 'Venter på samtale ved periodens slutning',
  'report.measure.mentor.interviewedAtEnd': 'Venter på svar efter samtale ved periodens slutning',
  'report.measure.mentor.selectedAtEnd': 'Udvalgt, men ikke klar ved periodens slutning',
  'report.measure.mentor.readyAtEnd': 'Klar ved periodens slutning',
  'report.measure.mentor.selectionRate': 'Andel af mentorerne til samtale, der er udvalgt',
  'report.measure.mentee.contacted': 'Flygtninge, der er skabt kontakt til',
  'report.measure.mentee.participating': 'Flygtninge, der deltager',
  'report.measure.mentee.ready': 'Flygtninge, der er blevet klar til en mentor',
  'report.measure.mentee.contactedAtEnd': 'Kontaktet, men endnu uden svar ved periodens slutning',
  'report.measure.mentee.readyAtEnd': 'Klar til en mentor ved periodens slutning',
  'report.measure.mentee.participationRate': 'Andel af de kontaktede, der deltager',
  'report.measure.mentee.waiting': 'Flygtninge, der venter på en mentor',
  'report.measure.mentee.medianDaysWaiting': 'Ventetid i dage (median)',
  'report.measure.match.opened': 'Nye mentorpar',
  'report.measure.match.activeAtEnd': 'Aktive mentorpar ved periodens slutning',
  'report.measure.meeting.all': 'Møder i perioden',
  'report.measure.meeting.pairMeetings': 'Gange, et par har mødtes',
  'report.measure.meeting.attendanceRate': 'Andel af de ventede, der kom til mødet',
  'report.measure.meeting.perActiveMonth': 'Møder pr. aktivt par om måneden',
  'report.measure.meeting.hours': 'Timer, som møderne har varet',
  'report.measure.meeting.mentorHours': 'Timer, som mentorerne har brugt på møderne',
  'report.measure.meeting.matchMeetings': 'Matchmøder, der er afholdt',
  'report.measure.meeting.pairsIntroduced': 'Par, der har mødt hinanden på et matchmøde',
  'report.measure.meeting.agreements': 'Aftaler mellem par',
  'report.category.sex.woman': 'Kvinder',
  'report.category.sex.man': 'Mænd',
  'report.category.sex.other': 'Andet',
  'report.category.sex.undisclosed': 'Uoplyst',
  'report.category.age.0-17': 'Under 18 år',
  'report.category.age.18-24': '18–24 år',
  'report.category.age.25-39': '25–39 år',
  'report.category.age.40-59': '40–59 år',
  'report.category.age.60+': '60 år og derover',
  'report.category.age.undisclosed': 'Uoplyst',
  'report.category.residence.other': 'Øvrige kommuner',
  'report.category.partner.none': 'Uden forening',
  'report.category.partner.other': 'Øvrige foreninger',
  'report.category.days.0-30': 'Højst 30 dage',
  'report.category.days.31-60': '31–60 dage',
  'report.category.days.61-90': '61–90 dage',
  'report.category.days.91+': 'Mere end 90 dage',
  'report.category.state.held': 'Afholdt',
  'report.category.state.scheduled': 'Planlagt',
  'report.category.state.cancelled': 'Aflyst',
  'report.category.state.no_show': 'Ingen kom',
  'report.category.state.unreported': 'Ikke registreret endnu',
  'report.people.woman': `.input {$count :number}
.match $count
one {{{$count} kvinde}}
* {{{$count} kvinder}}`,
  'report.people.man': `.input {$count :number}
.match $count
one {{{$count} mand}}
* {{{$count} mænd}}`,
  'report.people.other': '{$count} med andet køn',
  'report.people.undisclosed': '{$count} med uoplyst køn',
  'report.sentence.contacted': `.input {$count :number}
.match $count
0 {{Der er ikke skabt kontakt til flygtninge i perioden.}}
one {{Der er skabt kontakt til {$count} flygtning.}}
* {{Der er skabt kontakt til {$count} flygtninge.}}`,
  'report.sentence.contactedHidden': 'Hvor mange flygtninge der er skabt kontakt til, vises ikke.',
  'report.sentence.partners': 'Kontakten er skabt via {$partners}.',
  'report.sentence.participating': `.input {$count :number}
.match $count
0 {{Ingen nye deltager i projektet.}}
one {{{$count} deltager i projektet.}}
* {{{$count} deltager i projektet.}}`,
  'report.sentence.participatingBySex': '{$count} deltager i projektet: {$groups}.',
  'report.sentence.participatingHidden': 'Hvor mange der deltager i projektet, vises ikke.',
  'report.sentence.selected': `.input {$count :number}
.match $count
0 {{Ingen mentorer er udvalgt i perioden.}}
one {{Efter samtaler er {$count} mentor udvalgt.}}
* {{Efter samtaler er {$count} mentorer udvalgt.}}`,
  'report.sentence.selectedHidden': 'Hvor mange mentorer der er udvalgt, vises ikke.',
  'report.sentence.newMatches': `.input {$count :number}
.match $count
0 {{Der er ikke dannet nye mentorpar.}}
one {{Der er dannet {$count} nyt mentorpar.}}
* {{Der er dannet {$count} nye mentorpar.}}`,
  'report.sentence.newMatchesHidden': 'Hvor mange mentorpar der er dannet, vises ikke.',
  'report.sentence.matchMeetings': `.input {$count :number}
.match $count
0 {{Der er ikke afholdt matchmøder.}}
one {{Matchmøde afholdt: {$count}.}}
* {{Matchmøder afholdt: {$count}.}}`,
  'report.sentence.matchMeetingsHidden': 'Hvor mange matchmøder der er afholdt, vises ikke.',
  'report.sentence.pairsIntroduced': `.input {$count :number}
.match $count
0 {{Ingen par er registreret på matchmøderne.}}
one {{{$count} par mødtes på matchmøde.}}
* {{{$count} par mødtes på matchmøde.}}`,
  'report.sentence.pairsIntroducedHidden': 'Hvor mange par der mødtes, vises ikke.',
  'report.sentence.agreements': 'Aftalt: {$topics}.',
  'report.sentence.agreement': '{$topic} ({$count} par)',
  'report.sentence.waiting': `.input {$count :number}
.match $count
0 {{Ingen flygtninge venter på en mentor.}}
one {{{$count} flygtning venter på en mentor.}}
* {{{$count} flygtninge venter på en mentor.}}`,
  'report.sentence.waitingHidden': 'Hvor mange flygtninge der venter på en mentor, vises ikke.',
  'report.definition.P1':
    'Personer, der som mentor nåede det nævnte trin i perioden, og hvor mange der stod på trinnet, da den sluttede. Hver person tælles én gang.',
  'report.definition.P2':
    'Af de mentorer, der var til samtale i perioden: den andel, der også blev udvalgt i perioden.',
  'report.definition.P3':
    'Personer, der som flygtninge nåede det nævnte trin i perioden. En person deltager fra den dag, hvor vedkommende er tilmeldt med samtykke til match eller er blevet matchet.',
  'report.definition.P4':
    'Af de flygtninge, der blev skabt kontakt til i perioden: den andel, der også begyndte at deltage i perioden.',
  'report.definition.P5':
    'De kontaktede og deltagerne fordelt på grupper. Alderen er den, personen fylder i det år, hvor perioden slutter. Bopæl, køn og fødselsår er, som de er registreret i dag.',
  'report.definition.W1':
    'Flygtninge, der var klar ved periodens slutning og hverken havde en mentor eller et forslag, der ventede på svar. Dagene tælles fra den dag, personen blev klar.',
  'report.definition.M1': 'Mentorpar, hvor begge sagde ja i perioden.',
  'report.definition.M2':
    'Mentorpar, der havde holdt deres første møde og ikke var afsluttet ved periodens slutning.',
  'report.definition.T1':
    'Møder, der begyndte i perioden. Et møde med flere par tælles én gang. Et møde, der er overstået, men ikke registreret, tælles ikke som afholdt.',
  'report.definition.T2':
    'Af de personer, hvis fremmøde er registreret ved periodens møder: den andel, der kom. Møder, der ikke er registreret, er ikke med.',
  'report.definition.T3':
    'Gange, et par har mødtes i perioden, delt med det antal måneder, parrene har været aktive. Et møde med tre par er tre gange.',
  'report.definition.T4':
    'Timer, som de afholdte møder varede; som planlagt, når ingen har sagt andet. Det, et par svarer om en hel måned, tæller i stedet for det registrerede, når det er mere.',
  'report.definition.T5':
    'Afholdte matchmøder, de par, der var med, og de aftaler, som parrene indgik i perioden.',
} as const
