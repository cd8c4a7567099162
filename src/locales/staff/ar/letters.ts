import type { letters as danish } from '../da/letters.ts'

export const letters = {
  'letters.title': 'الرسائل المطبوعة',
  'letters.lead': 'يصل الأشخاصَ الذين لا بريد إلكتروني لهم رسالة مطبوعة: ترحيب واقتراح ولقاء.',
  'letters.empty': 'لا أحد ينتظر رسالة.',
  'letters.none': 'لا يوجد الآن ما يُكتب عنه إلى هذا الشخص.',
  'letters.phoneWhere': 'رقم الهاتف في الرسائل موجود في صفحة البرنامج.',
  'letters.language': 'لغة الرسالة',
  'letters.what': 'الرسالة',
  'letters.kind.welcome': 'ترحيب',
  'letters.kind.offer': 'اقتراح ثنائي',
  'letters.kind.meeting': 'اللقاء: الوقت والمكان',
  'letters.kind.moved': 'نُقل اللقاء',
  'letters.kind.off': 'أُلغي اللقاء',
  'letters.waiting': '{$what}: لم تُطبع بعد',
  'letters.printed': '{$what}: طُبعت في {$day}',
  'letters.print': 'عرض للطباعة',
  'letters.of': 'رسائل إلى {$name}',
  'letters.toPerson': 'إلى صفحة الشخص',
  'letters.answer': 'عند وصول الجواب',
  'letters.recordAnswer': 'تسجيل جواب {$name}',
  'letters.skipped':
    'عدد من لا رسالة لهم من بين المختارين: {$count :integer}. لهم بريد إلكتروني، أو طُبعت رسائلهم.',
  'letters.ready': 'عدد الرسائل الجاهزة: {$count :integer}',
  'letters.howToPrint':
    'للطباعة يُضغط على Ctrl وP. تُطبع الرسائل فقط، ومع كل رسالة نصّها بالدنماركية.',
  'letters.back': 'الرجوع إلى الرسائل',
  'letters.inDanish': 'الرسالة نفسها بالدنماركية',
} satisfies Record<keyof typeof danish, string>
