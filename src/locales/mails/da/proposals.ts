export const proposals = {
  'answer-request.subject': 'Et forslag fra biblioteket',
  'answer-request.heading': 'Vil du møde {$name}?',
  'answer-request.mentor':
    'Biblioteket har fundet en person, som du kan være mentor for: {$name}. På siden kan du se, hvad I har til fælles, og svare ja eller nej.',
  'answer-request.mentee':
    'Biblioteket har fundet en mentor til dig: {$name}. På siden kan du se, hvad I har til fælles, og svare ja eller nej.',
  'answer-request.until': 'Svar senest den {$day}.',
  'answer-request.button': 'Se forslaget, og svar',
  'offer-reminder.subject': 'Vi venter på dit svar',
  'offer-reminder.text': 'Vi spurgte dig for en uge siden og har ikke hørt fra dig.',
  'offer-reminder.until':
    'Svar senest den {$day}. Både ja og nej er et godt svar. Hører vi ikke fra dig, spørger vi en anden.',
  'offer-withdrawn.subject': 'Nyt fra biblioteket',
  'offer-withdrawn.heading': 'Forslaget er trukket tilbage',
  'offer-withdrawn.text':
    'Vi spurgte dig for nylig, om du ville møde en person. Det bliver desværre ikke til noget. Det har ikke noget med dig at gøre.',
  'offer-withdrawn.next': 'Du skal ikke gøre noget. Du får en mail, når der er et nyt forslag.',
} as const
