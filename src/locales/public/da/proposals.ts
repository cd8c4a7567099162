export const proposals = {
  'proposals.answerPage.title': 'Vil du møde {$name}?',
  'proposals.answerPage.mentor': 'Biblioteket foreslår, at du bliver mentor for {$name}.',
  'proposals.answerPage.mentee': 'Biblioteket foreslår {$name} som din mentor.',
  'proposals.answerPage.question': 'Dit svar',
  'proposals.answerPage.yes': 'Ja tak',
  'proposals.answerPage.no': 'Nej tak',
  'proposals.answerPage.why': 'Hvis nej: hvorfor?',
  'proposals.answerPage.whyHint': 'Du behøver ikke svare.',
  'proposals.answerPage.send': 'Send svar',
  'proposals.answerPage.waiting':
    'Du har sagt ja. Vi venter på svar fra {$name}. Du kan ændre dit svar, indtil I begge har svaret.',
  'proposals.answerPage.accepted':
    'I har begge sagt ja. Biblioteket finder en tid og skriver til jer begge.',
  'proposals.answerPage.declined': 'Forslaget er lukket. Tak for svaret. Biblioteket leder videre.',
  'proposals.answerPage.over': 'Forslaget er ikke aktuelt længere.',
  'proposals.decline.no_time_now': 'Jeg har ikke tid nu',
  'proposals.decline.wrong_topic': 'Emnerne passer ikke',
  'proposals.decline.no_common_time': 'Tiderne passer ikke',
  'proposals.decline.distance': 'Det er for langt væk',
  'proposals.decline.language': 'Sproget passer ikke',
  'proposals.decline.gender_wish': 'Jeg vil hellere møde en anden',
  'proposals.decline.knows_person': 'Jeg kender personen',
  'proposals.decline.other_person_better': 'En anden passer bedre',
  'proposals.decline.other': 'Noget andet',
  'proposals.mail.subject': 'Et forslag fra biblioteket',
  'proposals.mail.heading': 'Vil du møde {$name}?',
  'proposals.mail.greeting': 'Hej {$name}',
  'proposals.mail.mentor':
    'Biblioteket har fundet en person, som du kan være mentor for: {$name}. På siden kan du se, hvad I har til fælles, og svare ja eller nej.',
  'proposals.mail.mentee':
    'Biblioteket har fundet en mentor til dig: {$name}. På siden kan du se, hvad I har til fælles, og svare ja eller nej.',
  'proposals.mail.until': 'Svar senest den {$day}.',
  'proposals.mail.button': 'Se forslaget, og svar',
  'proposals.withdrawnMail.subject': 'Nyt fra biblioteket',
  'proposals.withdrawnMail.heading': 'Forslaget er trukket tilbage',
  'proposals.withdrawnMail.text':
    'Vi spurgte dig for nylig, om du ville møde en person. Det bliver desværre ikke til noget. Det har ikke noget med dig at gøre.',
  'proposals.withdrawnMail.next':
    'Du skal ikke gøre noget. Du får en mail, når der er et nyt forslag. Har du spørgsmål, så kontakt biblioteket.',
} as const
