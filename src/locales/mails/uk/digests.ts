import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'Огляд тижня',
  'digest.heading': 'Ваш тиждень',
  'digest.text': 'Так виглядає тиждень у Makker. Увійдіть, щоб побачити, хто й коли.',
  'digest.meetings': 'Зустрічі в наступні сім днів',
  'digest.toRecord': 'Зустрічі, які ще треба записати',
  'digest.atRisk': 'Пари, які потребують уваги',
  'digest.waiting': 'Люди, які чекають на пару',
  'digest.seeMeetings': 'Переглянути зустрічі',
  'digest.seeMatches': 'Переглянути пари',
  'digest.seePeople': 'Переглянути, хто чекає',
} satisfies Record<keyof typeof danish, string>
