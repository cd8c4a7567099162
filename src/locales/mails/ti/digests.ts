import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'ናይ ሰሙን ሓፈሻዊ ትዕዝብቲ',
  'digest.heading': 'ሰሙንኩም',
  'digest.meetings': 'ኣብ ዝመጽእ ሸውዓተ መዓልታት ዘለዉ ርክባት፦ {$count}',
  'digest.toRecord': 'ክምዝገቡ ዝተረፉ ርክባት፦ {$count}',
  'digest.atRisk': 'ትኹረት ዘድልዮም ጽምዲታት፦ {$count}',
  'digest.waiting': 'ጽምዲ ዝጽበዩ ሰባት፦ {$count}',
  'digest.more': 'ካልኦት {$count}',
  'digest.seeMeetings': 'ርክባት ርኣዩ',
  'digest.seeMatches': 'ጽምዲታት ርኣዩ',
  'digest.seePeople': 'ዝጽበዩ ዘለዉ ርኣዩ',
} satisfies Record<keyof typeof danish, string>
