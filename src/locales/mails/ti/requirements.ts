import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'interview.subject': 'ቆጸራ ኣብ ቤተ-መጻሕፍቲ',
  'interview.booked.heading': 'ንዕላል ክንራኸብ ኢና',
  'interview.booked.text': 'ግዜን ቦታን ኣብ ታሕቲ ተጻሒፉ ኣሎ። ክትመጹ እንተ ዘይክኢልኩም ንቤተ-መጻሕፍቲ ተወከሱ።',
  'interview.cancelled.heading': 'እቲ ቆጸራ ተሰሪዙ ኣሎ',
  'interview.cancelled.text': 'እዚ ቆጸራ እዚ ድሕሪ ሕጂ ኣይሰርሕን እዩ።',
  'interview.cancelled.again': 'ቤተ-መጻሕፍቲ ሓድሽ ግዜ ክትነግረኩም እያ።',
  'reconfirmation.subject': 'ሕቶ ካብ ቤተ-መጻሕፍቲ',
  'reconfirmation.heading': 'ክሳብ ሕጂ ትደልዩ ዶ ኣለኹም?',
  'reconfirmation.text': 'ንቑሩብ ግዜ ተጸቢኹም ኣለኹም። ክሳብ ሕጂ ክትሳተፉ ትደልዩ ዶ?',
  'reconfirmation.until': 'በጃኹም ክሳብ {$day} መልሱልና። መልሲ እንተ ዘይረኺብና ንግዚኡ ነቋርጽ። ሓበሬታኹም ኣይክድምሰስን እዩ።',
  'reconfirmation.button': 'ኣብዚ መልሱ',
} satisfies Record<keyof typeof danish, string>
