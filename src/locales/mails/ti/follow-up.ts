import type { followUp as danish } from '../da/follow-up.ts'

export const followUp = {
  'meeting-outcome.subject': 'ሕቶ ካብ ቤተ-መጻሕፍቲ',
  'meeting-outcome.heading': 'ተራኺብኩም ዶ?',
  'meeting-outcome.text': 'ምስ {$name} ቆጸራ ነይሩኩም፦ {$at}። መን መጺኡ? ወይስ ተሰሪዙ?',
  'meeting-outcome.why': 'ሓደ መልሲ ይኣክል። ብኡ ቤተ-መጻሕፍቲ ኩነታት ከመይ ከም ዘሎ ትፈልጥ።',
  'meeting-outcome.button': 'ኣብዚ መልሱ',
  'fit-question.subject': 'ሕቶ ካብ ቤተ-መጻሕፍቲ',
  'fit-question.heading': 'ብሓባር ትሰማምዑ ዶ?',
  'fit-question.text': 'ምስ {$name} ተራኺብኩም ኣለኹም። ጽቡቕ ከም እትሰማምዑ ይስምዓኩም ዶ?',
  'fit-question.private': 'መልስኹም ን{$name} ኣይንነግርን ኢና። ናይ ቤተ-መጻሕፍቲ ኣተሓባባሪ ጥራይ ይርእዮ።',
  'fit-question.until': 'በጃኹም ክሳብ {$day} መልሱልና።',
  'fit-question.button': 'ኣብዚ መልሱ',
  'check-in.subject': 'ሕቶ ካብ ቤተ-መጻሕፍቲ',
  'check-in.heading': 'ኣብ {$month} ከመይ ነይሩ?',
  'check-in.text': 'ምስ {$name} ክንደይ ግዜ ተራኺብኩም፣ ክንደይ ሰዓት ድማ ነይሩ?',
  'check-in.why': 'ሓደ ደቒቕ ይወስድ፣ ግምት ይኣክል።',
  'check-in.button': 'ኣብዚ መልሱ',
  'meeting-proposed.subject': 'እማመ ቆጸራ',
  'meeting-proposed.heading': 'ካብ {$name} ናይ ርክብ እማመ',
  'meeting-proposed.text': 'ሰዓት፦ {$at}።',
  'meeting-proposed.next':
    'ቦታ ኣብቲ ገጽ ርኣዩ፣ “እወ” ወይ “ኣይፋል” ድማ መልሱ። እወ እንተ ኢልኩም ንክልቴኹም ናይ ካላንደር ዕድመ ክመጽእ እዩ።',
  'meeting-proposed.button': 'ርኣዩን መልሱን',
} satisfies Record<keyof typeof danish, string>
