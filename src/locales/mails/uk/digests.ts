import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'Огляд тижня',
  'digest.heading': 'Ваш тиждень',
  'digest.meetings': 'Зустрічі в наступні сім днів: {$count}',
  'digest.toRecord': 'Зустрічі, які ще треба записати: {$count}',
  'digest.atRisk': 'Пари, які потребують уваги: {$count}',
  'digest.waiting': 'Люди, які чекають на пару: {$count}',
  'digest.more': 'і ще {$count}',
  'digest.seeMeetings': 'Переглянути зустрічі',
  'digest.seeMatches': 'Переглянути пари',
  'digest.seePeople': 'Переглянути, хто чекає',
} satisfies Record<keyof typeof danish, string>
