import type { accounts as danish } from '../da/accounts.ts'

export const accounts = {
  'staff-invitation.subject': 'ዕድመ ናብ Makker',
  'staff-invitation.heading': 'እንቋዕ ብደሓን መጻእኩም',
  'staff-invitation.text': 'ኣብ {$municipality} ን Makker ክትጥቀሙ ተዓዲምኩም ኣለኹም። ንምጅማር መልጎም ጠውቑ።',
  'staff-invitation.limit': 'እቲ መላግቦ ን 7 መዓልትታት ይሰርሕ። ነዚ መልእኽቲ እንተ ዘይተጸቢኹምዎ፣ ምንም ክትገብሩ ኣየድልየኩምን።',
  'staff-invitation.button': 'ጀምር',
} satisfies Record<keyof typeof danish, string>
