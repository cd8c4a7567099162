import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'موعد في المكتبة',
  'meeting-invitation.heading': 'دعوة إلى لقاء',
  'meeting-invitation.with': 'اللقاء مع {$names}.',
  'meeting-invitation.text':
    'هنا الوقت والمكان. يمكنك إضافة اللقاء إلى تقويمك بالملف المرفق، ويرجى الرد على إمكانية الحضور.',
  'meeting-invitation.interpreter': 'سيحضر مترجم.',
  'meeting-invitation.childCare': 'تتوفر رعاية للأطفال.',
  'meeting-invitation.answer': 'الرد على إمكانية الحضور',
  'meeting-invitation.description': 'يرجى الرد عبر الرابط أدناه على إمكانية الحضور.',
  'meeting-moved.subject': 'تغيّر الموعد في المكتبة',
  'meeting-moved.heading': 'تغيّر وقت اللقاء أو مكانه',
  'meeting-moved.text':
    'هنا الوقت والمكان كما هما الآن. الملف المرفق يصحّح اللقاء في تقويمك. يرجى الرد من جديد، حتى بعد رد سابق.',
  'meeting-moved.before': 'سابقًا',
  'meeting-cancelled.one.subject': 'أُلغي الموعد في المكتبة',
  'meeting-cancelled.one.heading': 'أُلغي اللقاء',
  'meeting-cancelled.one.text':
    'لن يُعقد اللقاء المذكور أدناه. لا حاجة إلى فعل أي شيء، فالملف المرفق يزيله من تقويمك.',
  'meeting-cancelled.several.subject': 'أُلغيت مواعيد في المكتبة',
  'meeting-cancelled.several.heading': 'أُلغيت لقاءات',
  'meeting-cancelled.several.text':
    'لن تُعقد اللقاءات المذكورة أدناه. لا حاجة إلى فعل أي شيء، فالملفات المرفقة تزيلها من تقويمك.',
  'meeting-cancelled.off': 'أُلغي',
  'meeting-reminder.subject': 'تذكير: موعد في المكتبة',
  'meeting-reminder.heading': 'تذكير باللقاء القادم',
  'meeting-reminder.text': 'هنا الوقت والمكان. إذا كان الحضور غير ممكن، يرجى إخبارنا الآن.',
} satisfies Record<keyof typeof danish, string>
