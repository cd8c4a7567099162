import type { matches as danish } from '../da/matches.ts'

export const matches = {
  'match-ended.subject': 'Новини від бібліотеки',
  'match-ended.heading': 'Вашу співпрацю завершено',
  'match-ended.text':
    'Співпрацю, у якій ви берете участь, завершено. Зустрічі, про які ви домовилися, не відбудуться.',
  'match-ended.next': 'Нічого робити не треба. Бібліотека шукатиме для вас нову пару.',
} satisfies Record<keyof typeof danish, string>
