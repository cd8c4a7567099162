import type { digests as danish } from '../da/digests.ts'

export const digests = {
  'digest.subject': 'ናይ ሰሙን ሓፈሻዊ ትዕዝብቲ',
  'digest.heading': 'ሰሙንኩም',
  'digest.text': 'እዚ ናይዚ ሰሙን ኩነታት ኣብ Makker እዩ። መንን መዓስን ንምርኣይ እተዉ።',
  'digest.meetings': 'ኣብ ዝመጽእ ሸውዓተ መዓልታት ዘለዉ ርክባት',
  'digest.toRecord': 'ክምዝገቡ ዝተረፉ ርክባት',
  'digest.atRisk': 'ትኹረት ዘድልዮም ጽምዲታት',
  'digest.waiting': 'ጽምዲ ዝጽበዩ ሰባት',
  'digest.seeMeetings': 'ርክባት ርኣዩ',
  'digest.seeMatches': 'ጽምዲታት ርኣዩ',
  'digest.seePeople': 'ዝጽበዩ ዘለዉ ርኣዩ',
} satisfies Record<keyof typeof danish, string>
