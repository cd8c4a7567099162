/** What a printed letter says: plain short sentences, no surname of the other person and no reason. */
export const letters = {
  greeting: 'Kære {$name}',
  'welcome.heading': 'Velkommen',
  'welcome.mentor': 'Tak, fordi du vil hjælpe som mentor. Vi har fået din tilmelding.',
  'welcome.mentee': 'Du er tilmeldt for at få en mentor. Vi har fået din tilmelding.',
  'welcome.next': 'Du skal ikke gøre noget nu. Biblioteket ringer eller skriver til dig.',
  'offer.heading': 'Vil du møde {$name}?',
  'offer.mentor':
    'Biblioteket foreslår, at du bliver mentor for {$name}. Vi tror, at I passer godt sammen.',
  'offer.mentee':
    'Biblioteket foreslår, at {$name} bliver din mentor. Vi tror, at I passer godt sammen.',
  'offer.free': 'Du bestemmer selv. Du må gerne sige nej. Så finder vi en anden.',
  'offer.how':
    'Sæt kryds ved dit svar, og tag brevet med på biblioteket. Eller ring til os, og sig dit svar.',
  'offer.yes': 'Ja, jeg vil gerne møde {$name}.',
  'offer.no': 'Nej tak, ikke denne gang.',
  'offer.until': 'Svar senest den {$day}.',
  'meeting.heading': 'Du er inviteret til et møde',
  'meeting.text': 'Du skal møde {$name} på biblioteket.',
  'meeting.when': 'Tid',
  'meeting.where': 'Sted',
  'meeting.fromTo': '{$from} til {$to}',
  'meeting.hindered': 'Kan du ikke komme? Ring til os, så finder vi en anden tid.',
  'moved.heading': 'Mødet er flyttet',
  'moved.text': 'Mødet med {$name} har fået ny tid eller nyt sted.',
  'off.heading': 'Mødet er aflyst',
  'off.text': 'Mødet herunder bliver ikke til noget. Du skal ikke gøre noget.',
  call: 'Telefon: {$phone}',
  visit: 'Du kan også komme på biblioteket.',
  regards: 'Venlig hilsen',
  sender: 'Biblioteket',
} as const
