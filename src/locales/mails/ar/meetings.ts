import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meeting-invitation.subject': 'موعد في المكتبة',
  'meeting-invitation.heading': 'دعوة إلى لقاء',
  'meeting-invitation.text':
    'هنا الوقت والمكان. يمكنك إضافة اللقاء إلى تقويمك بالملف المرفق. إذا كان الموعد لا يناسبك، يرجى التواصل مع المكتبة.',
  'meeting-cancelled.subject': 'أُلغي الموعد في المكتبة',
  'meeting-cancelled.heading': 'أُلغي اللقاء',
  'meeting-cancelled.text':
    'لن يُعقد اللقاء المذكور أدناه. لا حاجة إلى فعل أي شيء، فالملف المرفق يزيله من تقويمك.',
} satisfies Record<keyof typeof danish, string>
