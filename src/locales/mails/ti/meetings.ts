import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'ቆጸራ ኣብ ቤተ-መጻሕፍቲ',
  'meeting-invitation.heading': 'ናብ ርክብ ተዓዲምኩም ኣለኹም',
  'meeting-invitation.with': 'ምስ {$names} ክትራኸቡ ኢኹም።',
  'meeting-invitation.text':
    'ግዜን ቦታን ኣብ ታሕቲ ተጻሒፉ ኣሎ። ብቲ ተተሓሒዙ ዘሎ ፋይል ነቲ ርክብ ኣብ ካለንደርኩም ኣእትውዎ፣ ክትመጹ ትኽእሉ እንተ ኾንኩም ድማ መልሱ።',
  'meeting-invitation.interpreter': 'ተርጓሚ ኣሎ።',
  'meeting-invitation.childCare': 'ንቘልዑ ዝከናኸን ኣሎ።',
  'meeting-invitation.answer': 'ክትመጹ ትኽእሉ እንተ ኾንኩም መልሱ',
  'meeting-invitation.description': 'ክትመጹ ትኽእሉ እንተ ኾንኩም በቲ ኣብ ታሕቲ ዘሎ ሊንክ መልሱ።',
  'meeting-moved.subject': 'ተቐይሩ፦ ቆጸራ ኣብ ቤተ-መጻሕፍቲ',
  'meeting-moved.heading': 'ግዜ ወይ ቦታ ናይቲ ርክብ ተቐይሩ ኣሎ',
  'meeting-moved.text':
    'ሕጂ ዘሎ ግዜን ቦታን ኣብ ታሕቲ ተጻሒፉ ኣሎ። እቲ ተተሓሒዙ ዘሎ ፋይል ነቲ ርክብ ኣብ ካለንደርኩም የዐርዮ። ቅድሚ ሕጂ መሊስኩም እንተ ነበርኩም እውን፣ በጃኹም ከም ብሓድሽ መልሱ።',
  'meeting-moved.before': 'ቅድሚ ሕጂ',
  'meeting-cancelled.one.subject': 'ተሰሪዙ፦ ቆጸራ ኣብ ቤተ-መጻሕፍቲ',
  'meeting-cancelled.one.heading': 'እቲ ርክብ ተሰሪዙ ኣሎ',
  'meeting-cancelled.one.text':
    'እቲ ኣብ ታሕቲ ተጻሒፉ ዘሎ ርክብ ኣይክግበርን እዩ። ምንም ክትገብሩ ኣየድልየኩምን፤ እቲ ተተሓሒዙ ዘሎ ፋይል ካብ ካለንደርኩም የውጽኦ።',
  'meeting-cancelled.several.subject': 'ተሰሪዙ፦ ቆጸራታት ኣብ ቤተ-መጻሕፍቲ',
  'meeting-cancelled.several.heading': 'ርክባት ተሰሪዞም ኣለዉ',
  'meeting-cancelled.several.text':
    'እቶም ኣብ ታሕቲ ተጻሒፎም ዘለዉ ርክባት ኣይክግበሩን እዮም። ምንም ክትገብሩ ኣየድልየኩምን፤ እቶም ተተሓሒዞም ዘለዉ ፋይላት ካብ ካለንደርኩም የውጽእዎም።',
  'meeting-cancelled.off': 'ተሰሪዙ',
  'meeting-reminder.subject': 'መዘኻኸሪ፦ ቆጸራ ኣብ ቤተ-መጻሕፍቲ',
  'meeting-reminder.heading': 'መዘኻኸሪ ናይ ርክብኩም',
  'meeting-reminder.text': 'ግዜን ቦታን ኣብ ታሕቲ ተጻሒፉ ኣሎ። ክትመጹ እንተ ዘይክኢልኩም፣ ሕጂ ንገሩና።',
} satisfies Record<keyof typeof danish, string>
