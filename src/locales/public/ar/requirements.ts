import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'requirements.section': 'المقابلة والمتطلبات',
  'requirements.kind.interview': 'المقابلة',
  'requirements.kind.introductory_course': 'الدورة التمهيدية',
  'requirements.kind.confidentiality': 'تعهّد السرّية',
  'requirements.kind.children_certificate': 'شهادة العمل مع الأطفال',
  'requirements.kind.consent': 'موافقة مكتوبة',
  'requirements.status.missing': 'ناقص',
  'requirements.status.met': 'مستوفى منذ {$met}',
  'requirements.status.metUntil': 'مستوفى منذ {$met}، وصالح حتى نهاية {$until}',
  'requirements.status.expired': 'انتهت الصلاحية في {$until}',
  'requirements.decision.selected': 'تم الاختيار',
  'requirements.decision.rejected': 'تم الرفض',
  'requirements.interview.booked': 'المقابلة {$when} في {$where}.',
  'requirements.interview.held': 'كانت المقابلة {$when} في {$where}.',
  'reconfirm.heading': 'هل ما زال الاهتمام قائمًا؟',
  'reconfirm.text': 'مرّت مدّة من الانتظار. هل ما زلت تريد المشاركة؟',
  'reconfirm.until':
    'يرجى الجواب حتى {$day}. إذا لم يصل جواب، تُوقَف المشاركة مؤقتًا. لن تُحذف بياناتك.',
  'reconfirm.yes': 'نعم، ما زال الاهتمام قائمًا',
  'reconfirm.no': 'لا، ليس الآن',
  'reconfirm.thanks.yes': 'شكرًا. مشاركتك مستمرّة، وسنكتب عند وجود جديد.',
  'reconfirm.thanks.no': 'شكرًا على الجواب. المشاركة متوقّفة مؤقتًا. للعودة يرجى الكتابة إلى المكتبة.',
} satisfies Record<keyof typeof danish, string>
