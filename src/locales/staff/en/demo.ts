import type { demo as danish } from '../da/demo.ts'

export const demo = {
  'demo.title': 'Try Makker',
  'demo.lead': 'All people here are made up. Nothing is sent.',
  'demo.who': 'Who do you want to be?',
  'demo.be.coordinator': 'Coordinator in Odense',
  'demo.be.ofPairs': 'Coordinator in Roskilde, with pairs',
  'demo.be.mentor': 'Mentor who waits',
  'demo.be.paired': 'Mentor in a pair',
  'demo.be.mentee': 'Mentee who reads Arabic',
  'demo.mail': 'Read the mail',
  'demo.clock': "The demo's clock",
  'demo.now': 'The clock shows {$at}.',
  'demo.noMeeting': 'Plan a meeting, and the clock can be moved to after it.',
  'demo.next': 'The next meeting in Odense: {$at}.',
  'demo.move': 'Move the clock to after the meeting',
  'demo.days':
    '.input {$days :integer} .match $days one {{Move the clock {$days} day ahead}} * {{Move the clock {$days} days ahead}}',
  'demo.again': 'When the clock has been moved, you may have to sign in again.',
} satisfies Record<keyof typeof danish, string>
