import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'interview.subject': 'موعد في المكتبة',
  'interview.booked.heading': 'موعد لقائنا',
  'interview.booked.text':
    'هذا هو الموعد والمكان. عند عدم التمكّن من الحضور يرجى التواصل مع المكتبة.',
  'interview.cancelled.heading': 'أُلغي الموعد',
  'interview.cancelled.text': 'لم يعد هذا الموعد قائمًا.',
  'interview.cancelled.again': 'ستصل رسالة من المكتبة بموعد جديد.',
  'reconfirmation.subject': 'سؤال من المكتبة',
  'reconfirmation.heading': 'هل ما زال الاهتمام قائمًا؟',
  'reconfirmation.text': 'مرّت مدّة من الانتظار. هل ما زلت تريد المشاركة؟',
  'reconfirmation.until':
    'يرجى الجواب حتى {$day}. إذا لم يصل جواب، تُوقَف المشاركة مؤقتًا. لن تُحذف بياناتك.',
  'reconfirmation.button': 'الجواب هنا',
} satisfies Record<keyof typeof danish, string>
