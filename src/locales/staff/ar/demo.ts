import type { demo as danish } from '../da/demo.ts'

export const demo = {
  'demo.title': 'تجربة Makker',
  'demo.lead': 'كل الأشخاص هنا خياليون. لا يُرسل أي شيء.',
  'demo.who': 'ما الدور الذي يناسبك؟',
  'demo.be.coordinator': 'مكتب التنسيق في Odense',
  'demo.be.ofPairs': 'مكتب التنسيق في Roskilde، مع ثنائيات',
  'demo.be.mentor': 'مرشد متطوّع ينتظر',
  'demo.be.paired': 'مرشد متطوّع في ثنائي',
  'demo.be.mentee': 'شخص مشارك يقرأ العربية',
  'demo.mail': 'قراءة البريد',
  'demo.clock': 'ساعة التجربة',
  'demo.now': 'الوقت في التجربة: {$at}.',
  'demo.noMeeting': 'بعد التخطيط للقاء يمكن تحريك الساعة إلى ما بعده.',
  'demo.next': 'اللقاء القادم في Odense: {$at}.',
  'demo.move': 'تحريك الساعة إلى ما بعد اللقاء',
  'demo.days':
    '.input {$days :integer} .match $days zero {{ترك الساعة كما هي}} one {{تقديم الساعة يومًا واحدًا}} two {{تقديم الساعة يومين}} few {{تقديم الساعة {$days} أيام}} many {{تقديم الساعة {$days} يومًا}} * {{تقديم الساعة {$days} يوم}}',
  'demo.again': 'بعد تقديم الساعة قد يلزم تسجيل الدخول من جديد.',
} satisfies Record<keyof typeof danish, string>
