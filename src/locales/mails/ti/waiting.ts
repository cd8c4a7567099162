import type { waiting as danish } from '../da/waiting.ts'

export const waiting = {
  'waiting.subject': 'ሓድሽ ነገር ካብ ቤተ-መጻሕፍቲ',
  'waiting.heading': 'ክሳብ ሕጂ ዝሰማምዓኩም ሰብ ንደሊ ኣለና',
  'waiting.text': 'ካብ {$day} ኣትሒዙ ስምኩም ኣብ ዝርዝር ኣሎ፣ ኣይረሳዕናኩምን። ክሳብ ሕጂ ግን ዝሰማምዓኩም ሰብ ኣይረኸብናን።',
  'waiting.next':
    'ምንም ክትገብሩ ኣየድልየኩምን። ሰብ ምስ ረኸብና ሓሳብ ዝሓዘ ኢመይል ክትቅበሉ ኢኹም፣ ውሳነኹም ድማ ናይ ገዛእ ርእስኹም እዩ። ብዙሕ ግዜ እንተ ኣለኩም፣ ሰብ ምርካብ ይቐልል።',
  'waiting.activities': 'ክሳብ ሽዑ ናብዚ ክትመጹ ትኽእሉ፦',
  'waiting.button': 'ግዜታተይ ምርኣይን ምቕያርን',
} satisfies Record<keyof typeof danish, string>
