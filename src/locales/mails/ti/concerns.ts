import type { concerns as danish } from '../da/concerns.ts'

export const concerns = {
  'concern.subject': 'ክትርእይዎ ዘለኩም ነገር ኣሎ',
  'concern.heading': 'ክትርእይዎ ዘለኩም ነገር ኣሎ',
  'concern.text': 'ናብ Makker እተዉ፣ ኣብ ትሕቲ ዕዮታት ድማ ርኣይዎ።',
  'concern.button': 'Makker ክፈቱ',
} satisfies Record<keyof typeof danish, string>
