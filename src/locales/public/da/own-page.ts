export const ownPage = {
  'self.link.title': 'Åbn min side',
  'self.link.lead': 'Skriv din e-mail. Så sender vi et link, der åbner din egen side.',
  'self.link.send': 'Send mig et link',
  'self.link.sent':
    'Kender vi adressen, er der nu en mail på vej med et link. Det virker i 10 minutter.',
  'self.link.word':
    'Åbner du mailen på en anden telefon eller computer, skal du skrive disse seks tegn der. Skriv dem ned:',
  'self.link.noMail': 'Har du ingen e-mail, så ring til biblioteket eller kom forbi.',
  'self.roles': 'Det er du med i',
  'self.profile': 'Se og ret mine oplysninger og tider',
  'self.pause.title': 'Hold pause',
  'self.pause.hint':
    'Så foreslår vi dig ikke til nogen. Uden dato holder pausen, til du siger til.',
  'self.pause.until': 'Jeg er tilbage den',
  'self.pause.do': 'Hold pause',
  'self.pause.since': 'Du holder pause, til du siger til.',
  'self.pause.through': 'Du holder pause til {$day}.',
  'self.return': 'Jeg er klar igen',
  'self.leave.title': 'Stop helt',
  'self.leave.text': 'Så er du ikke længere med. Du kan altid melde dig igen.',
  'self.leave.do': 'Ja, jeg vil stoppe',
  'self.leave.asked':
    'Så trækker vi forslaget tilbage, og du er ikke længere med. Du kan altid melde dig igen.',
  'self.leave.bound':
    'Så slutter dit makkerpar, og jeres møder bliver aflyst. Den anden får besked. Du kan altid melde dig igen.',
  'self.matched': 'Du er i makkerpar med {$name}.',
  'self.title': 'Hej {$name}',
  'self.back': 'Tilbage til min side',
  'self.address.title': 'Din nye e-mail venter',
  'self.address.waits':
    'Vi har sendt en mail til {$address}. Tryk på knappen i den senest {$until}. Så bruger vi den adresse.',
  'self.address.over': 'Mailen til {$address} er udløbet, uden at nogen trykkede på knappen i den.',
  'self.address.old': 'Indtil da sender vi mails til {$address}.',
  'self.address.none': 'Indtil da sender vi dig ingen mails.',
  'self.address.again': 'Send mailen igen',
  'self.address.withdraw': 'Behold den gamle e-mail',
  'self.offers': 'Forslag til dig',
  'self.noOffers': 'Der er ingen lige nu. Du får en mail, når der er et.',
  'self.see': 'Se forslaget om {$name}',
  'self.meetings': 'Dine møder',
  'self.noMeetings': 'Der er ikke planlagt noget møde endnu.',
} as const
