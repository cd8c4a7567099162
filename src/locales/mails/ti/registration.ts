import type { registration as danish } from '../da/registration.ts'

export const registration = {
  'registration.subject': 'ቤተ-መጻሕፍቲ መልስታትኩም ተቐቢላቶ ኣላ',
  'registration.heading': 'ነመስግነኩም፣ መልስታትኩም ተቐቢልናዮ ኣለና',
  'registration.text': 'ቤተ-መጻሕፍቲ ኣብ ውሽጢ ሓደ ሰሙን ምሳኹም ክትራኸብ እያ።',
  'registration.page':
    'እዚ ኢመይል ናትኩም ምዃኑ ምእንቲ ክንፈልጥ መልጎም ጠውቑ። ናይ ገዛእ ርእስኹም ገጽ ክኽፈት እዩ። ኣብኡ ብዛዕባኹም እንፈልጦ ክትርእዩን ከተርሙን ትኽእሉ።',
  'registration.shared':
    'ብዚ ኢመይል እዚ ዝተመዝገበ ሰብ ቅድሚ ሕጂ ነይሩና እዩ። ንሱ እውን ንስኹም እንተ ዄንኩም፣ ክልተ ግዜ ከይትምዝገቡ ንቤተ-መጻሕፍቲ ንገርዋ።',
  'registration.limit':
    'እቲ መልጎም ን 7 መዓልትታት፣ ሓደ ግዜ ጥራይ ይሰርሕ። ብዛዕባ እዚ ዝፈለጥኩሞ እንተ ዘየለ፣ ነዚ መልእኽቲ ሕደግዎ።',
  'registration.button': 'እወ፣ እዚ ናተይ ኢመይል እዩ',
  'email-changed.subject': 'ኣብ ቤተ-መጻሕፍቲ ዘሎ ኢመይልኩም',
  'email-changed.heading': 'እዚ ሓድሽ ኢመይልኩም ድዩ?',
  'email-changed.text':
    'ኣብ ቤተ-መጻሕፍቲ ሓድሽ ኢመይል ተጻሒፍልኩም ኣሎ፦ እዚ ኢመይል እዚ። መልጎም ድሕሪ ምጥዋቕኩም ጥራይ ክንጥቀመሉ ኢና።',
  'email-replaced.subject': 'ኣብ ቤተ-መጻሕፍቲ ሓድሽ ኢመይል ተጻሒፉ ኣሎ',
  'email-replaced.heading': 'ሓድሽ ኢመይል ተጻሒፉ ኣሎ',
  'email-replaced.text':
    'ኣብ ቤተ-መጻሕፍቲ ካብዚ ዝተፈልየ ኢመይል ተጻሒፍልኩም ኣሎ። ምስ ተረጋገጸ፣ መልእኽትታትና ናብኡ ክኸዱ እዮም። ክሳብ ሽዑ ናብዚ ይመጹ።',
  'email-replaced.not':
    'ንስኹም እንተ ሓቲትኩምዎ ምንም ክትገብሩ ኣየድልየኩምን። እንተ ዘይኮነ ግን ንቤተ-መጻሕፍቲ ደውሉ፣ ወይ ኣብ ናይ ገዛእ ርእስኹም ገጽ ሰርዝዎ።',
  'email-replaced.button': 'ናብ ገጸይ ዘእቱ መላግቦ ስደዱለይ',
} satisfies Record<keyof typeof danish, string>
