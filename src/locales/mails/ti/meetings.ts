import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'ቆጸራ ኣብ ቤተ-መጻሕፍቲ',
  'meeting-invitation.heading': 'ናብ ርክብ ተዓዲምኩም ኣለኹም',
  'meeting-invitation.text':
    'ግዜን ቦታን ኣብ ታሕቲ ተጻሒፉ ኣሎ። ብቲ ተተሓሒዙ ዘሎ ፋይል ነቲ ርክብ ኣብ ካለንደርኩም ኣእትውዎ። ክትመጹ እንተ ዘይክኢልኩም ንቤተ-መጻሕፍቲ ተወከሱ።',
  'meeting-cancelled.subject': 'ተሰሪዙ፦ ቆጸራ ኣብ ቤተ-መጻሕፍቲ',
  'meeting-cancelled.heading': 'እቲ ርክብ ተሰሪዙ ኣሎ',
  'meeting-cancelled.text':
    'እቲ ኣብ ታሕቲ ተጻሒፉ ዘሎ ርክብ ኣይክግበርን እዩ። ምንም ክትገብሩ ኣየድልየኩምን፤ እቲ ተተሓሒዙ ዘሎ ፋይል ካብ ካለንደርኩም የውጽኦ።',
} satisfies Record<keyof typeof danish, string>
