import type { requirements as danish } from '../da/requirements.ts'

export const requirements = {
  'requirements.save': 'حفظ',
  'requirements.back': 'العودة إلى',
  'requirements.record.title': 'تسجيل متطلب',
  'requirements.record.lead':
    'يُكتب هنا فقط أن المتطلب مستوفى ومتى. لا تُكتب هنا شهادات ولا أرقامها ولا أرقام CPR.',
  'requirements.record.none': 'لا متطلبات يجب تسجيلها لهذا المرشد.',
  'requirements.record.kind': 'المتطلب',
  'requirements.record.metOn': 'تاريخ الاستيفاء',
  'requirements.record.expiresOn': 'صالح حتى نهاية يوم',
  'requirements.record.expiresHint': 'يُترك فارغًا لتُحسب المدة كما حدّدها البرنامج.',
  'requirements.interview.title': 'المقابلة',
  'requirements.interview.lead': 'لا موعد للمقابلة بعد.',
  'requirements.interview.book': 'تحديد موعد للمقابلة',
  'requirements.interview.toMove': 'تغيير موعد المقابلة أو إلغاؤها',
  'requirements.interview.toRecord': 'تسجيل المقابلة',
  'requirements.interview.notYet': 'بعد بدء المقابلة يمكنك أن تكتب هنا ما نتج عنها.',
  'requirements.interview.move': 'تغيير موعد المقابلة',
  'requirements.interview.cancel': 'إلغاء المقابلة',
  'requirements.interview.record': 'ما نتيجة المقابلة؟',
  'requirements.interview.decision': 'القرار',
  'requirements.interview.startsAt': 'الموعد',
  'requirements.interview.site': 'المكان',
  'requirements.interview.mailed': 'تصل إلى المتطوّع رسالة فيها الموعد والمكان.',
  'requirements.interview.past': 'لا شيء يُحدَّد هنا بعد الآن. حالة الشخص في صفحته.',
  'requirements.settings.title': 'متطلبات المرشدين',
  'requirements.settings.lead': 'يصبح المرشد جاهزًا عند استيفاء كل ما هو محدَّد هنا.',
  'requirements.settings.change': 'عرض المتطلبات وتعديلها',
  'requirements.settings.kinds': 'ما الذي يجب استيفاؤه؟',
  'requirements.settings.kindsHint':
    'شهادة العمل مع الأطفال مطلوبة فقط ممّن يلتقون أطفالًا دون 15 عامًا. والمقابلة مستوفاة بعد إجرائها.',
  'requirements.settings.lasting': 'ما مدة الصلاحية؟',
  'requirements.settings.lastingHint': 'عدد الشهور. الحقل الفارغ يعني أنه لا تنتهي صلاحيته.',
  'requirements.settings.months': '{$kind}: عدد الشهور',
  'requirements.settings.lacking': `.input {$count :number}
.match $count
zero {{لا مرشد جاهزًا ينقصه شيء.}}
one {{مرشد جاهز واحد ينقصه شيء، ولا يُقترح قبل تسجيله.}}
two {{مرشدان جاهزان ينقصهما شيء، ولا يُقترحان قبل تسجيله.}}
few {{{$count} مرشدين جاهزين ينقصهم شيء، ولا يُقترحون قبل تسجيله.}}
many {{{$count} مرشدًا جاهزًا ينقصهم شيء، ولا يُقترحون قبل تسجيله.}}
* {{{$count} مرشد جاهز ينقصهم شيء، ولا يُقترحون قبل تسجيله.}}`,
  'reconfirm.asked':
    'أُرسل السؤال بالبريد في {$day} ولم يصل جواب بعد. إذا وصل الجواب بطريقة أخرى، يُسجَّل هنا.',
  'reconfirm.phone': 'ليس لهذا الشخص بريد إلكتروني. يرجى السؤال بالهاتف وتسجيل الجواب هنا.',
  'reconfirm.settings.title': 'السؤال من جديد بعد انتظار طويل',
  'reconfirm.settings.lead':
    'يُسأل من انتظر طويلًا دون ثنائي إن كان الاهتمام قائمًا. ودون جواب تُوقَف المشاركة مؤقتًا ولا تُحذف أبدًا.',
  'reconfirm.settings.after': 'السؤال بعد هذا العدد من الأيام',
  'reconfirm.settings.answer': 'عدد الأيام للجواب',
} satisfies Record<keyof typeof danish, string>
