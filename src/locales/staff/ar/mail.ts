import type { mail as danish } from '../da/mail.ts'

export const mail = {
  'mail.title': 'البريد',
  'mail.unsent':
    'لا يوجد خادم بريد. هذه الرسائل لم تُرسل. يمكن قراءتها هنا، ثم الاتصال بأصحابها أو طباعتها.',
  'mail.empty': 'لا توجد رسائل بعد.',
  'mail.kind': 'الموضوع',
  'mail.to': 'إلى',
  'mail.state': 'الحالة',
  'mail.at': 'وقت الكتابة',
  'mail.calendar': 'تنزيل ملف التقويم',
  'mail.linkTakenOut':
    'حُذف الرابط لأنه يفتح الصفحة الخاصة بصاحب الرسالة. ويمكن الحصول على رابط جديد من صفحة «فتح صفحتي».',
  'mail.state.pending': 'في الطريق',
  'mail.state.sending': 'يتم الإرسال الآن',
  'mail.state.sent': 'أُرسلت',
  'mail.state.kept': 'لم تُرسل – يمكن قراءتها هنا',
  'mail.state.refused': 'رفضها خادم البريد المستقبِل',
  'mail.state.unknown': 'ربما أُرسلت',
  'mail.state.cancelled': 'لم تعد ضرورية',
  'mail.kind.answer-request': 'اقتراح',
  'mail.kind.email-changed': 'تأكيد بريد إلكتروني جديد',
  'mail.kind.email-replaced': 'إشعار ببريد إلكتروني جديد',
  'mail.kind.interview': 'مقابلة',
  'mail.kind.match-ended': 'انتهاء ثنائي',
  'mail.kind.meeting-cancelled': 'إلغاء لقاء',
  'mail.kind.meeting-invitation': 'دعوة إلى لقاء',
  'mail.kind.offer-withdrawn': 'سحب اقتراح',
  'mail.kind.own-page-link': 'رابط الصفحة الشخصية',
  'mail.kind.reconfirmation': 'سؤال عن استمرار الاهتمام',
  'mail.kind.registration': 'شكر على التسجيل',
  'mail.kind.staff-invitation': 'دعوة إلى مكتب التنسيق',
} satisfies Record<keyof typeof danish, string>
