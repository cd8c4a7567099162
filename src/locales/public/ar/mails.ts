import type { mails as danish } from '../da/mails.ts'

export const mails = {
  'mails.choose.title': 'رسائلنا إليك',
  'mails.choose.label': 'أرغب في تلقّي',
  'mails.choose.hint': 'الرسائل عن المواعيد والأجوبة وصفحتك الخاصة تصل دائمًا.',
  'mails.choose.save': 'حفظ',
  'mails.kind.meeting-reminder': 'تذكير قبل اللقاء بيوم',
  'mails.kind.check-in': 'أسئلة عن سير الأمور',
  'mails.kind.reconfirmation': 'السؤال عن الرغبة في مواصلة المشاركة',
  'mails.kind.waiting': 'الأخبار أثناء الانتظار',
  'mails.kind.digest': 'ملخّص الأسبوع يوم الاثنين',
  'mails.unsubscribe.title': 'إلغاء الاشتراك',
  'mails.unsubscribe.ask': 'هل تريد التوقف عن تلقّي هذا النوع من الرسائل: {$kind}؟',
  'mails.unsubscribe.do': 'نعم، أوقفوا إرسالها',
  'mails.unsubscribe.done': 'لن يصلك هذا النوع من الرسائل بعد الآن: {$kind}.',
  'mails.unsubscribe.again': 'يمكنك اختيارها من جديد في صفحتك الخاصة.',
} satisfies Record<keyof typeof danish, string>
