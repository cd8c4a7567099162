import type { meetings as danish } from '../da/meetings.ts'

export const meetings = {
  'meetings.fromTo': 'من {$from} إلى {$to}',
  'meetings.answer.title': 'هل يمكنك الحضور؟',
  'meetings.answer.with': 'اللقاء مع {$names}.',
  'meetings.answer.when': 'الوقت',
  'meetings.answer.where': 'المكان',
  'meetings.answer.given.none': 'لم يصلنا رد منك بعد.',
  'meetings.answer.given.yes': 'شكرًا. ردك: الحضور ممكن.',
  'meetings.answer.given.no': 'شكرًا. ردك: الحضور غير ممكن. ستتواصل المكتبة معك.',
  'meetings.answer.given.another_time':
    'شكرًا. ردك: وقت آخر أنسب. يبقى اللقاء قائمًا حتى تتواصل المكتبة معك.',
  'meetings.answer.choose': 'ردك',
  'meetings.answer.yes': 'نعم، يمكنني الحضور',
  'meetings.answer.no': 'لا، لا يمكنني الحضور',
  'meetings.answer.another_time': 'وقت آخر يناسبني أكثر',
  'meetings.answer.wishes': 'ما الأوقات الأخرى المناسبة؟',
  'meetings.answer.wishesHint':
    'يرجى الاختيار هنا عند الرغبة في وقت آخر فقط. تختار المكتبة الوقت وتخبرك به.',
  'meetings.answer.send': 'إرسال الرد',
  'meetings.answer.until': 'يمكن تغيير الرد حتى بداية اللقاء.',
  'meetings.answer.phone': 'يمكنك أيضًا الاتصال بالمكتبة على {$phone}.',
} satisfies Record<keyof typeof danish, string>
