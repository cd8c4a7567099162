import type { matches as danish } from '../da/matches.ts'

export const matches = {
  'match-made.subject': 'جديد من المكتبة',
  'match-made.heading': 'ثنائي جديد: أنت و{$name}',
  'match-made.text':
    'وافق كلاكما على اللقاء. سوف تجد المكتبة موعدًا للقائكما الأول وترسل إليك دعوة.',
  'match-made.again':
    'أصبحتما ثنائيًا من جديد. سوف تجد المكتبة موعدًا للقائكما القادم وترسل إليك دعوة.',
  'match-made.next': 'لا حاجة إلى فعل أي شيء الآن.',
  'match-made.asked':
    'بعد اللقاء نسأل كل واحد منكما إن كان يرغب في الاستمرار. لا بأس أبدًا بالجواب بلا.',
  'match-closed.subject': 'جديد من المكتبة',
  'match-closed.heading': 'انتهى الثنائي',
  'match-closed.text': 'انتهى الثنائي الذي تشارك فيه. اللقاءات المتفق عليها لن تُعقد.',
  'match-closed.about': 'الأمر يخصّك أنت و{$name}.',
  'match-closed.ready': 'لا حاجة إلى فعل أي شيء. سوف تبحث المكتبة عن ثنائي جديد لك.',
  'match-closed.thanks': 'شكرًا على المشاركة.',
  'match-paused.subject': 'جديد من المكتبة',
  'match-paused.heading': 'الثنائي متوقف مؤقتًا',
  'match-paused.text': 'الثنائي الذي تشارك فيه متوقف مؤقتًا.',
  'match-paused.until': 'الثنائي الذي تشارك فيه متوقف مؤقتًا حتى {$day}.',
  'match-paused.next':
    'اللقاءات خلال هذه المدة ملغاة. لا حاجة إلى فعل أي شيء. فترات التوقف أمر عادي.',
  'go-on.subject': 'سؤال من المكتبة',
  'go-on.heading': 'هل يناسبك الاستمرار مع {$name}؟',
  'go-on.text': 'لقد التقيتما. هل يناسبك لقاء {$name} مرة أخرى؟ يمكنك الجواب بنعم أو لا في الصفحة.',
  'go-on.private':
    'لن نخبر {$name} بجوابك. لا بأس أبدًا بالجواب بلا: عندها ينتهي الثنائي دون ذكر سبب، وتبحث المكتبة عن شخص آخر لكل منكما.',
  'go-on.until': 'يرجى الجواب قبل نهاية يوم {$day}.',
  'go-on.button': 'الجواب بنعم أو لا',
} satisfies Record<keyof typeof danish, string>
