import type { ownPage as danish } from '../da/own-page.ts'

export const ownPage = {
  'own-page-link.subject': 'ኣብ ቤተ-መጻሕፍቲ ዘሎ ገጽኩም',
  'own-page-link.heading': 'እዚ ገጽኩም እዩ',
  'own-page-link.text': 'እቲ መልጎም ናይ ገዛእ ርእስኹም ገጽ ይኸፍት። ኣብኡ ብዛዕባኹም እንፈልጦ ክትርእዩን ከተርሙን ትኽእሉ።',
  'own-page-link.word':
    'ነቲ ገጽ ካብቲ መላግቦ ዝሓተትኩምሉ ኣብ ካልእ ቦታ እንተ ኸፊትኩምዎ፣ ነተን ኣብኡ ዝተራእያ ሽዱሽተ ፊደላት ክትጽሕፉ ኣለኩም።',
  'own-page-link.limit': 'እቲ መላግቦ ን 10 ደቓይቕ፣ ሓደ ግዜ ጥራይ ይሰርሕ። ንስኹም እንተ ዘይሓቲትኩምዎ፣ ነዚ መልእኽቲ ሕደግዎ።',
  'own-page-link.button': 'ገጸይ ክፈቱ',
} satisfies Record<keyof typeof danish, string>
