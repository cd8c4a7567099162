import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'matches.mail.subject': 'جديد من المكتبة',
  'matches.mail.heading': 'انتهى الثنائي',
  'matches.mail.greeting': 'مرحبًا {$name}',
  'matches.mail.text': 'انتهى الثنائي الذي تشارك فيه. اللقاءات المتفق عليها لن تُعقد.',
  'matches.mail.next':
    'لا حاجة إلى فعل أي شيء. سوف تبحث المكتبة عن ثنائي جديد لك. إذا كانت لديك أسئلة، يرجى التواصل مع المكتبة.',
  'meetings.mail.subject': 'موعد في المكتبة',
  'meetings.mail.heading': 'دعوة إلى لقاء',
  'meetings.mail.greeting': 'مرحبًا {$name}',
  'meetings.mail.text':
    'هنا الوقت والمكان. يمكنك إضافة اللقاء إلى تقويمك بالملف المرفق. إذا كان الموعد لا يناسبك، يرجى التواصل مع المكتبة.',
  'meetings.mail.when': 'الوقت',
  'meetings.mail.where': 'المكان',
  'meetings.mail.fromTo': 'من {$from} إلى {$to}',
  'meetings.mail.off.subject': 'أُلغي الموعد في المكتبة',
  'meetings.mail.off.heading': 'أُلغي اللقاء',
  'meetings.mail.off.text':
    'لن يُعقد اللقاء المذكور أدناه. لا حاجة إلى فعل أي شيء، فالملف المرفق يزيله من تقويمك. إذا كانت لديك أسئلة، يرجى التواصل مع المكتبة.',
} satisfies Record<keyof typeof danish, string>
