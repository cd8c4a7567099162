export const requirements = {
  'requirements.save': 'Gem',
  'requirements.back': 'Tilbage til',
  'requirements.record.title': 'Registrér et krav',
  'requirements.record.lead':
    'Skriv kun, at kravet er opfyldt, og hvornår. Attester, attestnumre og CPR-numre må ikke stå her.',
  'requirements.record.none': 'Der er ingen krav, som skal registreres for denne mentor.',
  'requirements.record.kind': 'Krav',
  'requirements.record.metOn': 'Opfyldt den',
  'requirements.record.expiresOn': 'Gælder til og med',
  'requirements.record.expiresHint':
    'Lad feltet stå tomt, så gælder det så længe, som forløbet har bestemt.',
  'requirements.interview.title': 'Samtale',
  'requirements.interview.lead': 'Der er ikke aftalt en samtale.',
  'requirements.interview.book': 'Aftal en samtale',
  'requirements.interview.toMove': 'Flyt eller aflys samtalen',
  'requirements.interview.toRecord': 'Registrér samtalen',
  'requirements.interview.notYet':
    'Når samtalen er begyndt, kan du skrive her, hvad der kom ud af den.',
  'requirements.interview.move': 'Flyt samtalen',
  'requirements.interview.cancel': 'Aflys samtalen',
  'requirements.interview.record': 'Hvad kom der ud af samtalen?',
  'requirements.interview.decision': 'Beslutning',
  'requirements.interview.startsAt': 'Tidspunkt',
  'requirements.interview.site': 'Sted',
  'requirements.interview.mailed': 'Den frivillige får en mail med tid og sted.',
  'requirements.interview.past':
    'Her er der ikke længere noget at aftale. Se, hvor personen står, på personens side.',
  'requirements.settings.title': 'Krav til mentorer',
  'requirements.settings.lead': 'En mentor bliver klar, når alt det afkrydsede er i orden.',
  'requirements.settings.change': 'Se og ret krav',
  'requirements.settings.kinds': 'Hvad skal være i orden?',
  'requirements.settings.kindsHint':
    'Børneattest kræves kun af mentorer, der møder børn under 15 år. En samtale er i orden, når den er holdt.',
  'requirements.settings.lasting': 'Hvor længe gælder det?',
  'requirements.settings.lastingHint': 'Antal måneder. Et tomt felt betyder, at det ikke udløber.',
  'requirements.settings.months': '{$kind}: måneder',
  'requirements.settings.lacking': `.input {$count :number}
.match $count
one {{{$count} mentor, der er klar, mangler noget og bliver ikke foreslået, før det er registreret.}}
* {{{$count} mentorer, der er klar, mangler noget og bliver ikke foreslået, før det er registreret.}}`,
  'reconfirm.asked':
    'Spurgt på mail den {$day}, ikke svaret endnu. Har du fået svaret på anden vis, så registrér det her.',
  'reconfirm.phone': 'Personen har ingen e-mail. Ring og spørg, og registrér svaret her.',
  'reconfirm.settings.title': 'Spørg igen efter lang ventetid',
  'reconfirm.settings.lead':
    'Den, der har været klar længe uden et match, bliver spurgt, om han eller hun stadig er interesseret. Uden svar bliver personen sat på pause, aldrig slettet.',
  'reconfirm.settings.after': 'Spørg efter så mange dage',
  'reconfirm.settings.answer': 'Dage til at svare',
} as const
