import type { letters as danish } from '../da/letters.ts'

/** Arabic, by the glossary of the pages' catalogue: neither the reader nor a named person gets a verb. */
export const letters = {
  greeting: 'مرحبًا {$name}',
  'welcome.heading': 'أهلًا وسهلًا',
  'welcome.mentor': 'شكرًا على الرغبة في المساعدة. وصلنا طلب التسجيل للإرشاد التطوّعي.',
  'welcome.mentee': 'وصلنا طلب التسجيل للحصول على مرشد متطوّع.',
  'welcome.next': 'لا حاجة إلى القيام بشيء الآن. ستتصل بك المكتبة أو تكتب إليك.',
  'offer.heading': 'اقتراح لقاء: {$name}',
  'offer.mentor': 'تقترح عليك المكتبة إرشاد {$name}. نظنّ أن كلًّا منكما يناسب الآخر.',
  'offer.mentee': 'تقترح عليك المكتبة {$name} للإرشاد. نظنّ أن كلًّا منكما يناسب الآخر.',
  'offer.free': 'القرار لك. يمكنك الرفض، وعندها نبحث عن شخص آخر.',
  'offer.how':
    'يرجى وضع علامة أمام الجواب وإحضار هذه الرسالة إلى المكتبة. أو يرجى الاتصال بنا وإخبارنا بالجواب.',
  'offer.yes': 'نعم، أريد لقاء {$name}.',
  'offer.no': 'لا، شكرًا، ليس هذه المرة.',
  'offer.until': 'يرجى الجواب في موعد أقصاه {$day}.',
  'meeting.heading': 'دعوة إلى لقاء',
  'meeting.text': 'اللقاء في المكتبة مع {$name}.',
  'meeting.when': 'الوقت',
  'meeting.where': 'المكان',
  'meeting.fromTo': 'من {$from} إلى {$to}',
  'meeting.hindered': 'لا يمكنك الحضور؟ يرجى الاتصال بنا لنجد موعدًا آخر.',
  'moved.heading': 'تغيّر اللقاء',
  'moved.text': 'تغيّر وقت اللقاء مع {$name} أو مكانه.',
  'off.heading': 'أُلغي اللقاء',
  'off.text': 'لن يُعقد اللقاء المذكور أدناه. لا حاجة إلى فعل أي شيء.',
  call: 'الهاتف: {$phone}',
  visit: 'يمكنك أيضًا الحضور إلى المكتبة.',
  regards: 'مع أطيب التحيات',
  sender: 'المكتبة',
} satisfies Record<keyof typeof danish, string>
