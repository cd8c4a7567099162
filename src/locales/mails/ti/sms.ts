import type { sms as danish } from '../da/sms.ts'

export const sms = {
  'sms.meeting-reminder': 'ቤተ-መጻሕፍቲ፦ መዘኻኸሪ ናይ ቆጸራኹም፦ {$at}።',
  'sms.meeting-moved': 'ቤተ-መጻሕፍቲ፦ ቆጸራኹም ተቐይሩ ኣሎ። ሕጂ፦ {$at}።',
  'sms.meeting-cancelled.one': 'ቤተ-መጻሕፍቲ፦ ናይ {$at} ቆጸራኹም ተሰሪዙ ኣሎ።',
  'sms.meeting-cancelled.several': 'ቤተ-መጻሕፍቲ፦ ናይ {$at} ቆጸራታትኩም ተሰሪዞም ኣለዉ።',
  'sms.at': '{$when}፣ {$place}',
  'sms.when': '{$day} ሰዓት {$time}',
  'sms.call': 'ሕቶ እንተ ኣለኩም ደውሉ፦ {$phone}።',
  'sms.ask': 'ሕቶ እንተ ኣለኩም ንቤተ-መጻሕፍቲ ተወከሱ።',
  'sms.answer': 'ኣብዚ መልሱ፦ {$link}',
} satisfies Record<keyof typeof danish, string>
