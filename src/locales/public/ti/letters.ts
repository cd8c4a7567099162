import type { letters as danish } from '../da/letters.ts'

/** Tigrinya in short sentences. The reader is addressed in the polite plural, which is of no sex; “mentor” stands beside ኣማኻሪ, since readers meet the word at the library. */
export const letters = {
  greeting: 'ሰላም {$name}',
  'welcome.heading': 'እንቋዕ ብደሓን መጻእኩም',
  'welcome.mentor': 'ኣማኻሪ (mentor) ኴንኩም ክትሕግዙ ስለ ዝደለኹም ነመስግነኩም። ምዝገባኹም ተቐቢልናዮ ኣለና።',
  'welcome.mentee': 'ኣማኻሪ (mentor) ንምርካብ ተመዝጊብኩም ኣለኹም። ምዝገባኹም ተቐቢልናዮ ኣለና።',
  'welcome.next': 'ሕጂ ምንም ክትገብሩ ኣየድልየኩምን። ቤተ-መጻሕፍቲ ክትድውለልኩም ወይ ክትጽሕፈልኩም እያ።',
  'offer.heading': 'ምስ {$name} ክትራኸቡ ትደልዩ ዶ?',
  'offer.mentor':
    'ቤተ-መጻሕፍቲ፣ ን {$name} ኣማኻሪ (mentor) ክትኮኑ ሓሳብ ኣቕሪባ ኣላ። ብሓደ ጽቡቕ ክትሰማምዑ ከም እትኽእሉ ንኣምን።',
  'offer.mentee':
    'ቤተ-መጻሕፍቲ፣ {$name} ኣማኻሪኹም (mentor) ክኾኑ ሓሳብ ኣቕሪባ ኣላ። ብሓደ ጽቡቕ ክትሰማምዑ ከም እትኽእሉ ንኣምን።',
  'offer.free': 'ንስኹም ኢኹም እትውስኑ። ኣይፋል ምባል ይከኣል እዩ። ሽዑ ካልእ ሰብ ክንደሊ ኢና።',
  'offer.how': 'ኣብ መልስኹም ምልክት ግበሩ፣ እዚ ደብዳቤ ድማ ናብ ቤተ-መጻሕፍቲ ኣምጽኡ። ወይ ደዊልኩም መልስኹም ንገሩና።',
  'offer.yes': 'እወ፣ ምስ {$name} ክራኸብ ይደሊ እየ።',
  'offer.no': 'ኣይፋል፣ ሕጂ ኣይደልን እየ።',
  'offer.until': 'በጃኹም ክሳብ {$day} መልሱልና።',
  'meeting.heading': 'ናብ ርክብ ተዓዲምኩም ኣለኹም',
  'meeting.text': 'ኣብ ቤተ-መጻሕፍቲ ምስ {$name} ክትራኸቡ ኢኹም።',
  'meeting.when': 'ግዜ',
  'meeting.where': 'ቦታ',
  'meeting.fromTo': 'ካብ {$from} ክሳብ {$to}',
  'meeting.hindered': 'ክትመጹ ኣይትኽእሉን ዲኹም? ደውሉልና፣ ካልእ ግዜ ክንረክብ ኢና።',
  'moved.heading': 'እቲ ርክብ ተቐይሩ ኣሎ',
  'moved.text': 'ግዜ ወይ ቦታ ናይቲ ምስ {$name} ዝግበር ርክብ ተቐይሩ ኣሎ።',
  'off.heading': 'እቲ ርክብ ተሰሪዙ ኣሎ',
  'off.text': 'እቲ ኣብ ታሕቲ ተጻሒፉ ዘሎ ርክብ ኣይክግበርን እዩ። ምንም ክትገብሩ ኣየድልየኩምን።',
  call: 'ቁጽሪ ተሌፎን፦ {$phone}',
  visit: 'ናብ ቤተ-መጻሕፍቲ ክትመጹ እውን ትኽእሉ ኢኹም።',
  regards: 'ምስ ሰላምታ',
  sender: 'ቤተ-መጻሕፍቲ',
} satisfies Record<keyof typeof danish, string>
