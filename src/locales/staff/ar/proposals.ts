import type { proposals as danish } from '../da/proposals.ts'

export const proposals = {
  'proposals.queue.title': 'اقتراحات لثنائيات جديدة',
  'proposals.queue.drafts': 'في انتظار قرارك ({$count})',
  'proposals.queue.offered': 'في انتظار الجواب ({$count})',
  'proposals.queue.empty':
    'لا توجد اقتراحات. يمكن البحث عن ثنائيات جديدة عندما يكون هناك أشخاص جاهزون.',
  'proposals.run.button': 'البحث عن أفضل الثنائيات الآن',
  'proposals.run.never': 'لم يتم البحث عن ثنائيات بعد.',
  'proposals.run.title': 'آخر بحث',
  'proposals.run.summary': '{$at}: عدد الثنائيات {$matched}، ومتوسط النقاط {$average}.',
  'proposals.run.proof': `.input {$pairs :integer}
.match $pairs
zero {{لا توجد ثنائيات ممكنة.}}
one {{ثبت أنه الأفضل: يوجد ثنائي ممكن واحد فقط.}}
two {{ثبت أنه الأفضل: بين ثنائيين ممكنين لا يوجد اختيار أفضل للجميع معًا.}}
few {{ثبت أنه الأفضل: بين {$pairs} ثنائيات ممكنة لا يوجد اختيار أفضل للجميع معًا.}}
many {{ثبت أنه الأفضل: بين {$pairs} ثنائيًا ممكنًا لا يوجد اختيار أفضل للجميع معًا.}}
* {{ثبت أنه الأفضل: بين {$pairs} ثنائي ممكن لا يوجد اختيار أفضل للجميع معًا.}}`,
  'proposals.run.unmatched': 'بدون اقتراح: {$count}',
  'proposals.card.score': '{$points} من 100 نقطة.',
  'proposals.card.since': 'الانتظار منذ {$day}.',
  'proposals.card.part': '{$points} من {$outOf}',
  'proposals.term.topics': 'المواضيع',
  'proposals.term.language': 'اللغة',
  'proposals.term.time': 'الوقت',
  'proposals.term.waiting': 'مدة الانتظار',
  'proposals.term.distance': 'المسافة',
  'proposals.term.interests': 'الرغبات',
  'proposals.approve': 'الموافقة وسؤال الاثنين',
  'proposals.reject.open': 'رفض …',
  'proposals.reject.reason': 'لماذا لا يناسب أحدهما الآخر؟',
  'proposals.reject.button': 'رفض',
  'proposals.state.draft': 'في انتظار قرارك',
  'proposals.state.rejected': 'مرفوض',
  'proposals.state.offered': 'في انتظار الجواب',
  'proposals.state.accepted': 'قال الاثنان نعم',
  'proposals.state.declined': 'كان الجواب لا',
  'proposals.state.expired': 'انتهى الوقت بدون جواب',
  'proposals.state.superseded': 'حلّ محلّه بحث جديد',
  'proposals.state.withdrawn': 'تم سحبه',
  'proposals.away.title': 'أيام الغياب في الأسابيع الأولى',
  'proposals.away.day': '{$name}: الغياب يوم {$from}',
  'proposals.away.days': '{$name}: الغياب من {$from} إلى {$to}، واليومان ضمن الغياب',
  'proposals.page.mentor': 'معلومات المرشد',
  'proposals.page.mentee': 'معلومات الشخص المشارك',
  'proposals.page.match': 'التخطيط للقاء التعارف',
  'proposals.offer.answers': '{$mentor}: {$mentorAnswer}. {$mentee}: {$menteeAnswer}.',
  'proposals.answer.none': 'لا جواب بعد',
  'proposals.answer.yes': 'الجواب نعم',
  'proposals.answer.no': 'الجواب لا',
  'proposals.answer.title': 'الأجوبة',
  'proposals.answer.who': 'لمن هذا الجواب؟',
  'proposals.answer.channel': 'كيف وصل الجواب؟',
  'proposals.answer.by.phone': 'بالهاتف أو في المكتبة',
  'proposals.answer.by.letter': 'برسالة مطبوعة',
  'proposals.answer.by.partner': 'عن طريق شريك',
  'proposals.answer.how': '{$said}، {$how}',
  'proposals.answer.recordYes': 'الجواب نعم',
  'proposals.answer.recordNo': 'الجواب لا',
  'proposals.page.alternatives': 'عرض مرشدين آخرين، وما يخسره الجميع',
} satisfies Record<keyof typeof danish, string>
