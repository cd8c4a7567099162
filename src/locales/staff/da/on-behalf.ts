export const onBehalf = {
  'form.error.consent.other': 'Personen skal sige ja, før vi må gemme oplysningerne.',
  'form.error.contact.other':
    'Skriv personens e-mailadresse eller telefonnummer, så vi kan få fat i vedkommende.',
  'form.error.area.other':
    'Jeres forløb tager ikke imod herfra. Vælg en anden kommune, eller hjælp personen med at bruge tilmeldingen selv.',
  'programme.partner.type.other': 'Andet',
  'people.register.mentor.topics.other': 'Hvad personen kan hjælpe med',
  'people.register.mentee.lead.other':
    'En mentor er en frivillig, som mødes med personen. Det er gratis. Udfyld siden sammen med personen.',
  'people.register.mentee.topics.other': 'Hvad personen gerne vil have hjælp til',
  'people.form.about.other': 'Om personen',
  'people.form.contactHint.other': 'Skriv personens e-mailadresse, telefonnummer eller begge dele.',
  'people.form.residence.other': 'Den kommune, personen bor i',
  'people.form.optional.other': 'Personen behøver ikke svare.',
  'people.form.languagesQuestion.other': 'Hvilke sprog taler personen?',
  'people.form.languagesHint.other':
    'Vælg, hvor godt personen taler hvert sprog. Spring resten over.',
  'people.form.extraLevel.other': 'Hvor godt taler personen andet sprog nr. {$line}?',
  'people.form.offers.other': 'Personen kan hjælpe med',
  'people.form.needs.other': 'Personen vil gerne have hjælp til',
  'people.form.danishPractice.other': 'Personen vil gerne øve sig i at tale dansk',
  'people.form.capacity.other': 'Hvor mange vil personen være mentor for?',
  'people.form.when.other': 'Hvornår kan personen mødes?',
  'people.form.hoursHint.other':
    'Sæt kryds ved alle de tider, hvor personen for det meste kan. Formiddag er 9–12, eftermiddag 12–17 og aften 17–21.',
  'people.form.meets.other': 'Hvordan vil personen helst mødes?',
  'people.form.wish.other': 'Personen vil helst møde',
  'people.form.wishIsMust.other': 'Det er nødvendigt for personen',
  'people.form.childrenAlong.other': 'Personen har børn med til møderne',
  'people.form.consent.other': 'Personens samtykke',
  'people.form.whoSees.other':
    'Kun koordinatoren på biblioteket ser svarene. Den, personen bliver foreslået sammen med, ser fornavnet og deres fælles sprog, emner og tider, men ikke adressen. Skriv aldrig et CPR-nummer.',
  'people.profile.reach.other': 'Sådan kan vi nå personen',
  'people.profile.otherWays.other': 'Hellere brev, telefon eller gennem en, personen kender?',
  'people.profile.addressHint.other': 'Kun nødvendig, hvis personen vil have breve.',
  'people.profile.away.other': 'Dage, hvor personen ikke kan',
  'people.profile.distance.other': 'Så mange kilometer vil personen højst rejse',
  'people.profile.onlyAtLibrary.other': 'Personen vil kun mødes på biblioteket',
  'people.profile.interests.other': 'Det kan personen lide',
  'people.profile.ageIsMust.other': 'Alderen er nødvendig for personen',
} as const
