import type { concerns as danish } from '../da/concerns.ts'

export const concerns = {
  'concerns.form.title': 'أخبرنا بما يقلقك',
  'concerns.form.lead': 'إذا حدث شيء لا تشعر معه بالأمان، فاكتبه هنا. يمكنك الكتابة بلغتك.',
  'concerns.form.danger': 'إذا كان أحد في خطر الآن، فاتصل بالرقم 112.',
  'concerns.form.readBy.names':
    'لا يستطيع قراءته سوى {$names}. ولن يُخبَر به الشخص الآخر في الثنائي.',
  'concerns.form.readBy.two':
    'لا يستطيع قراءته سوى موظفَين اختارتهما المكتبة. ولن يُخبَر به الشخص الآخر في الثنائي.',
  'concerns.form.about': 'بمن يتعلق الأمر؟',
  'concerns.form.pair': 'أنا و{$name}',
  'concerns.form.other': 'أمر آخر',
  'concerns.form.text': 'ماذا حدث؟',
  'concerns.form.hint': 'اكتب أيضًا إن كنت تريد أن نتصل بك، ومتى.',
  'concerns.form.halts': 'يجب أن تتوقف لقاءاتنا الآن',
  'concerns.form.halts.hint':
    'يتوقف الثنائي مؤقتًا وتُلغى اللقاءات. يُبلَّغ الشخص الآخر بالإلغاء دون ذكر السبب.',
  'concerns.form.send': 'إرسال',
  'concerns.received.title': 'شكرًا. لقد وصلتنا رسالتك',
  'concerns.received.text': 'سيقرؤها من كُتبت لهم فقط، وسينظرون فيها في أقرب وقت ممكن.',
  'concerns.received.back': 'رجوع',
  'concerns.own.link': 'هل هناك ما يقلقك؟',
} satisfies Record<keyof typeof danish, string>
