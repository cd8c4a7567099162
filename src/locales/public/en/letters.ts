import type { letters as danish } from '../da/letters.ts'

/** English in short sentences, for those who read it as a second language. */
export const letters = {
  greeting: 'Dear {$name}',
  'welcome.heading': 'Welcome',
  'welcome.mentor':
    'Thank you for wanting to help as a mentor. We have received your registration.',
  'welcome.mentee': 'You have registered to get a mentor. We have received your registration.',
  'welcome.next': 'You do not need to do anything now. The library will call you or write to you.',
  'offer.heading': 'Would you like to meet {$name}?',
  'offer.mentor':
    'The library suggests that you become a mentor for {$name}. We think that you are a good match.',
  'offer.mentee':
    'The library suggests that {$name} becomes your mentor. We think that you are a good match.',
  'offer.free': 'You decide. It is all right to say no. Then we will find somebody else.',
  'offer.how':
    'Tick your answer and bring this letter to the library. Or call us and tell us your answer.',
  'offer.yes': 'Yes, I would like to meet {$name}.',
  'offer.no': 'No thank you, not this time.',
  'offer.until': 'Please answer by {$day}.',
  'meeting.heading': 'You are invited to a meeting',
  'meeting.text': 'You will meet {$name} at the library.',
  'meeting.when': 'Time',
  'meeting.where': 'Place',
  'meeting.fromTo': '{$from} to {$to}',
  'meeting.hindered': 'You cannot come? Call us, and we will find another time.',
  'moved.heading': 'The meeting has been moved',
  'moved.text': 'The meeting with {$name} has another time or place.',
  'off.heading': 'The meeting is off',
  'off.text': 'The meeting below will not take place. There is nothing you need to do.',
  call: 'Phone: {$phone}',
  visit: 'You can also come to the library.',
  regards: 'Kind regards',
  sender: 'The library',
} satisfies Record<keyof typeof danish, string>
