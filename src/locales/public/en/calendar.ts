import type { calendar as danish } from '../da/calendar.ts'

export const calendar = {
  'calendar.title': 'Your appointments in your own calendar',
  'calendar.lead':
    'Make a secret address, and add it to your calendar. Your appointments then stay up to date, also when they are moved or cancelled.',
  'calendar.secret':
    'Everybody who has the address can see when and where you have appointments, and first names. Share it with nobody. When you make a new one, the old one stops working.',
  'calendar.make': 'Make an address',
  'calendar.renew': 'Make a new address',
  'calendar.end': 'End the address',
  'calendar.since': 'You made an address on {$day}.',
  'calendar.made': 'Here is your address',
  'calendar.once': 'It is shown only now. Press the button, or copy it into your calendar.',
  'calendar.open': 'Open in my calendar',
  'calendar.link': 'Get your appointments in your own calendar',
} satisfies Record<keyof typeof danish, string>
