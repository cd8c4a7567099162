import type { matches as danish } from '../da/matches.ts'

export const matches = {
  'match-made.subject': 'ሓድሽ ነገር ካብ ቤተ-መጻሕፍቲ',
  'match-made.heading': 'ንስኹምን {$name}ን ጽምዲ ኢኹም',
  'match-made.text': 'ክልቴኹም ንምርኻብ እወ ኢልኩም። ቤተ-መጻሕፍቲ ንቀዳማይ ርክብኩም ግዜ ክትረክብ ዕድመ ድማ ክትሰደልኩም እያ።',
  'match-made.again': 'ከም ብሓድሽ ጽምዲ ኮይንኩም ኣለኹም። ቤተ-መጻሕፍቲ ንዝቕጽል ርክብኩም ግዜ ክትረክብ ዕድመ ድማ ክትሰደልኩም እያ።',
  'match-made.next': 'ሕጂ ምንም ክትገብሩ ኣየድልየኩምን።',
  'match-made.asked': 'ድሕሪ እቲ ርክብ፣ ክትቅጽሉ ትደልዩ እንተ ዄንኩም ንነፍሲ ወከፍኩም ክንሓትት ኢና። ኣይፋል ምባል ጸገም የብሉን።',
  'match-closed.subject': 'ሓድሽ ነገር ካብ ቤተ-መጻሕፍቲ',
  'match-closed.heading': 'ጽምድኹም ተወዲኡ ኣሎ',
  'match-closed.text': 'ንስኹም ዘለኹምዎ ጽምዲ ተወዲኡ ኣሎ። ዝተመደቡ ርክባትኩም ኣይክግበሩን እዮም።',
  'match-closed.about': 'እዚ ንዓኹምን ን{$name}ን ይምልከት።',
  'match-closed.ready': 'ምንም ክትገብሩ ኣየድልየኩምን። ቤተ-መጻሕፍቲ ሓድሽ ጽምዲ ክትደልየልኩም እያ።',
  'match-closed.thanks': 'ስለ ዝተሳተፍኩም ነመስግነኩም።',
  'match-paused.subject': 'ሓድሽ ነገር ካብ ቤተ-መጻሕፍቲ',
  'match-paused.heading': 'ጽምድኹም ኣብ ዕረፍቲ ኣሎ',
  'match-paused.text': 'ንስኹም ዘለኹምዎ ጽምዲ ኣብ ዕረፍቲ ኣሎ።',
  'match-paused.until': 'ንስኹም ዘለኹምዎ ጽምዲ ክሳብ {$day} ኣብ ዕረፍቲ ኣሎ።',
  'match-paused.next': 'ኣብዚ ግዜ ዝተመደቡ ርክባት ተሰሪዞም ኣለዉ። ምንም ክትገብሩ ኣየድልየኩምን። ዕረፍቲ ልሙድ እዩ።',
  'go-on.subject': 'ሕቶ ካብ ቤተ-መጻሕፍቲ',
  'go-on.heading': 'ምስ {$name} ክትቅጽሉ ትደልዩ ዶ?',
  'go-on.text': 'ሕጂ ተራኺብኩም ኣለኹም። ምስ {$name} ከም ብሓድሽ ክትራኸቡ ትደልዩ ዶ? ኣብቲ ገጽ “እወ” ወይ “ኣይፋል” ኢልኩም መልሱ።',
  'go-on.private':
    'መልስኹም ን{$name} ኣይንነግርን ኢና። ኣይፋል ምባል ጸገም የብሉን፦ ሽዑ እቲ ጽምዲ ብዘይ ምኽንያት ይውዳእ፣ ቤተ-መጻሕፍቲ ድማ ንክልቴኹም ካልእ ሰብ ክትደሊ እያ።',
  'go-on.until': 'በጃኹም ክሳብ {$day} መልሱልና።',
  'go-on.button': '“እወ” ወይ “ኣይፋል” መልሱ',
} satisfies Record<keyof typeof danish, string>
