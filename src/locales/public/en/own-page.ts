import type { ownPage as danish } from '../da/own-page.ts'

export const ownPage = {
  'self.link.title': 'Open my page',
  'self.link.lead': 'Write your e-mail address, and we send a link that opens your own page.',
  'self.link.send': 'Send me a link',
  'self.link.sent':
    'If we know the address, a mail with a link is on its way. It works for 10 minutes.',
  'self.link.word':
    'If you open the mail on another phone or computer, you must write these six characters there. Note them down:',
  'self.link.noMail': 'If you have no e-mail, call the library or come by.',
  'self.roles': 'What you take part in',
  'self.profile': 'See and change my details and hours',
  'self.pause.title': 'Take a break',
  'self.pause.hint':
    'Then we do not propose you to anybody. Without a date the break lasts until you say so.',
  'self.pause.until': 'I am back on',
  'self.pause.do': 'Take a break',
  'self.pause.since': 'You are taking a break until you say so.',
  'self.pause.through': 'You are taking a break until {$day}.',
  'pair.question': 'What should become of the match?',
  'pair.paused': 'It pauses as well. Meetings in between are cancelled.',
  'pair.ended': 'It ends. All meetings are cancelled.',
  'self.return': 'I am ready again',
  'self.leave.title': 'Stop altogether',
  'self.leave.text': 'Then you no longer take part. You can always register again.',
  'self.leave.do': 'Yes, I want to stop',
  'self.leave.asked':
    'Then the proposal is withdrawn, and you no longer take part. You can always register again.',
  'self.leave.bound':
    'Then your match ends, and your meetings are cancelled. The other person is told. You can always register again.',
  'self.title': 'Hello {$name}',
  'self.back': 'Back to my page',
  'self.address.title': 'Your new e-mail address is waiting',
  'self.address.waits':
    'We have sent a mail to {$address}. Press the button in it by {$until}. Then we use that address.',
  'self.address.over': 'The mail to {$address} has run out, and nobody pressed the button in it.',
  'self.address.old': 'Until then we send mails to {$address}.',
  'self.address.none': 'Until then we send you no mails.',
  'self.address.again': 'Send the mail again',
  'self.address.withdraw': 'Keep the old address',
  'self.offers': 'Proposals for you',
  'self.noOffers': 'There are none right now. You will get an e-mail when there is one.',
  'self.see': 'See the proposal about {$name}',
  'self.meetings': 'Your meetings',
  'self.noMeetings': 'No meeting has been planned yet.',
} satisfies Record<keyof typeof danish, string>
