import type { matches as danish } from '../da/matches.ts'

export const matches = {
  'match-ended.subject': 'ሓድሽ ነገር ካብ ቤተ-መጻሕፍቲ',
  'match-ended.heading': 'ጽምድኹም ተወዲኡ ኣሎ',
  'match-ended.text': 'ንስኹም ዘለኹምዎ ጽምዲ ተወዲኡ ኣሎ። ዝተመደቡ ርክባትኩም ኣይክግበሩን እዮም።',
  'match-ended.next': 'ምንም ክትገብሩ ኣየድልየኩምን። ቤተ-መጻሕፍቲ ሓድሽ ጽምዲ ክትደልየልኩም እያ።',
} satisfies Record<keyof typeof danish, string>
