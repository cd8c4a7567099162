import type { letters as danish } from '../da/letters.ts'

export const letters = {
  'letters.title': 'Letters',
  'letters.lead':
    'People without e-mail get a letter about what others are mailed: welcome, proposal and meeting.',
  'letters.empty': 'Nobody is waiting for a letter.',
  'letters.none': 'There is nothing to write to this person about now.',
  'letters.phoneWhere': 'The phone number in the letters is on the page about the programme.',
  'letters.language': 'Language of the letter',
  'letters.what': 'Letter',
  'letters.kind.welcome': 'Welcome',
  'letters.kind.offer': 'Proposal of a match',
  'letters.kind.meeting': 'Meeting: time and place',
  'letters.kind.moved': 'The meeting has been moved',
  'letters.kind.off': 'The meeting is off',
  'letters.waiting': '{$what}: not printed',
  'letters.printed': '{$what}: printed on {$day}',
  'letters.print': 'Show for printing',
  'letters.of': 'Letters to {$name}',
  'letters.toPerson': 'To the person’s page',
  'letters.answer': 'When the answer comes',
  'letters.recordAnswer': 'Record the answer of {$name}',
  'letters.skipped':
    '.input {$count :integer} .match $count one {{{$count} of those chosen has no letter waiting: they get mail, or it was printed.}} * {{{$count} of those chosen have no letter waiting: they get mail, or it was printed.}}',
  'letters.ready':
    '.input {$count :integer} .match $count one {{{$count} letter is ready}} * {{{$count} letters are ready}}',
  'letters.howToPrint':
    'Press Ctrl and P to print. Only the letters are printed. Each letter follows in Danish too.',
  'letters.back': 'Back to the letters',
  'letters.inDanish': 'The same letter in Danish',
} satisfies Record<keyof typeof danish, string>
