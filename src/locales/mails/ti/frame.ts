import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'ሰላም {$name}',
  'frame.when': 'ግዜ',
  'frame.where': 'ቦታ',
  'frame.fromTo': 'ካብ {$from} ክሳብ {$to}',
  'frame.days': 'ካብ {$from} ክሳብ {$to}',
  'frame.hours': '{$days} ካብ ሰዓት {$from} ክሳብ {$to}',
  'frame.contact.person': 'ሕቶ እንተ ኣለኩም፣ ን {$name} ብቁጽሪ {$phone} ደውሉ።',
  'frame.contact.phone': 'ሕቶ እንተ ኣለኩም፣ ንቤተ-መጻሕፍቲ ብቁጽሪ {$phone} ደውሉ።',
  'frame.contact.hours': 'ናይ ተሌፎን ሰዓታት፦ {$hours}።',
  'frame.contact.general': 'ሕቶ እንተ ኣለኩም ንቤተ-መጻሕፍቲ ተወከሱ።',
  'frame.concern': 'ዘይቅኑዕ ነገር ኣሎ ዶ? ንገሩና',
  'frame.unsubscribe': 'ከምዚ ዝዓይነቱ መልእኽቲ ኣይትደልዩን ዲኹም? ኣብዚ ኣቋርጽዎ',
} satisfies Record<keyof typeof danish, string>
