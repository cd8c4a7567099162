import type { proposals as danish } from '../da/proposals.ts'

export const proposals = {
  'answer-request.subject': 'ሓሳብ ካብ ቤተ-መጻሕፍቲ',
  'answer-request.heading': 'ምስ {$name} ክትራኸቡ ትደልዩ ዶ?',
  'answer-request.mentor':
    'ቤተ-መጻሕፍቲ፣ ኣማኻሪ (mentor) ክትኮንዎ እትኽእሉ ሰብ ረኺባ ኣላ፦ {$name}። ኣብቲ ገጽ እትመሳሰልሉ ነገራት ክትርእዩ፣ “እወ” ወይ “ኣይፋል” ኢልኩም ድማ ክትምልሱ ትኽእሉ።',
  'answer-request.mentee':
    'ቤተ-መጻሕፍቲ ኣማኻሪ (mentor) ረኺባትልኩም ኣላ፦ {$name}። ኣብቲ ገጽ እትመሳሰልሉ ነገራት ክትርእዩ፣ “እወ” ወይ “ኣይፋል” ኢልኩም ድማ ክትምልሱ ትኽእሉ።',
  'answer-request.until': 'በጃኹም ክሳብ {$day} መልሱልና።',
  'answer-request.button': 'ነቲ ሓሳብ ርኣዩ፣ መልሱ ድማ',
  'offer-reminder.subject': 'መልስኹም ንጽበ ኣለና',
  'offer-reminder.text': 'ቅድሚ ሓደ ሰሙን ሓቲትናኩም ኔርና፣ ክሳብ ሕጂ ግን መልሲ ኣይረኸብናን።',
  'offer-reminder.until':
    'በጃኹም ክሳብ {$day} መልሱልና። “እወ” ይኹን “ኣይፋል” ክልቲኡ ጽቡቕ መልሲ እዩ። መልሲ እንተ ዘይረኺብና፣ ንኻልእ ሰብ ክንሓትት ኢና።',
  'offer-withdrawn.subject': 'ሓድሽ ነገር ካብ ቤተ-መጻሕፍቲ',
  'offer-withdrawn.heading': 'እቲ ሓሳብ ተሰሪዙ ኣሎ',
  'offer-withdrawn.text':
    'ኣብዚ ቀረባ ግዜ ምስ ሓደ ሰብ ክትራኸቡ ትደልዩ እንተ ዄንኩም ሓቲትናኩም ኔርና። ንሓዝን፣ እዚ ኣይክኸውንን እዩ። ምኽንያቱ ንስኹም ኣይኮንኩምን።',
  'offer-withdrawn.next': 'ምንም ክትገብሩ ኣየድልየኩምን። ሓድሽ ሓሳብ ምስ ዝህሉ መልእኽቲ ክትቅበሉ ኢኹም።',
} satisfies Record<keyof typeof danish, string>
