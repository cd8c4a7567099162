import type { mailTexts as danish } from '../da/mail-texts.ts'

export const mailTexts = {
  'mailTexts.title': 'نصوصكم في الرسائل',
  'mailTexts.lead':
    'يمكن إضافة فقرة إلى نوع من الرسائل باللغات التي تريدونها. تبقى كلمات Makker كما هي.',
  'mailTexts.fallback': 'إذا لم تُكتب الفقرة بلغة ما، يظهر النص الدنماركي مكانها.',
  'mailTexts.languages': 'اللغات',
  'mailTexts.written': '(مكتوب)',
  'mailTexts.one': '{$kind} – {$language}',
  'mailTexts.back': 'جميع النصوص',
  'mailTexts.text': 'فقرتكم',
  'mailTexts.hint':
    '500 حرف كحدّ أقصى. دون روابط أو أرقام CPR أو كلمات تكشف من هو لاجئ. الحقل الفارغ: لا فقرة.',
  'mailTexts.preview': 'عرض الرسالة',
  'mailTexts.save': 'حفظ',
  'mailTexts.looks': 'هكذا تبدو الرسالة',
  'mailTexts.invented': 'الأسماء والأوقات غير حقيقية.',
  'mailTexts.subject': 'الموضوع',
  'mailTexts.change': 'كتابة نصوصكم في الرسائل',
} satisfies Record<keyof typeof danish, string>
