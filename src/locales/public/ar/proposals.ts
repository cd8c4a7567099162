import type { proposals as danish } from '../da/proposals.ts'

export const proposals = {
  'proposals.answerPage.title': 'هل يناسبك لقاء {$name}؟',
  'proposals.answerPage.mentor': 'تقترح المكتبة عليك التطوّع لإرشاد {$name}.',
  'proposals.answerPage.mentee': 'تقترح المكتبة عليك شخصًا متطوّعًا لإرشادك: {$name}.',
  'proposals.answerPage.question': 'جوابك',
  'proposals.answerPage.yes': 'نعم، يناسبني',
  'proposals.answerPage.no': 'لا، شكرًا',
  'proposals.answerPage.why': 'إذا كان الجواب لا، فما السبب؟',
  'proposals.answerPage.whyHint': 'الإجابة ليست ضرورية.',
  'proposals.answerPage.send': 'إرسال الجواب',
  'proposals.answerPage.waiting':
    'جوابك نعم. ننتظر جواب {$name}. يمكنك تغيير جوابك حتى يصل الجوابان.',
  'proposals.answerPage.accepted': 'أنتما الاثنان قلتما نعم. سوف تجد المكتبة موعدًا وتكتب إليكما.',
  'proposals.answerPage.declined':
    'هذا الاقتراح مغلق. شكرًا على الجواب. سوف تستمر المكتبة في البحث.',
  'proposals.answerPage.over': 'هذا الاقتراح لم يعد متاحًا.',
  'proposals.decline.no_time_now': 'ليس لدي وقت الآن',
  'proposals.decline.wrong_topic': 'المواضيع لا تناسبني',
  'proposals.decline.no_common_time': 'الأوقات لا تناسبني',
  'proposals.decline.distance': 'المكان بعيد جدًا',
  'proposals.decline.language': 'اللغة لا تناسبني',
  'proposals.decline.gender_wish': 'أفضّل لقاء شخص آخر',
  'proposals.decline.knows_person': 'أعرف هذا الشخص',
  'proposals.decline.other_person_better': 'شخص آخر مناسب أكثر',
  'proposals.decline.other': 'سبب آخر',
  'proposals.mail.subject': 'اقتراح من المكتبة',
  'proposals.mail.heading': 'هل يناسبك لقاء {$name}؟',
  'proposals.mail.greeting': 'مرحبًا {$name}',
  'proposals.mail.mentor':
    'وجدت المكتبة شخصًا يمكنك إرشاده: {$name}. يظهر في الصفحة ما هو مشترك بينكما. يمكنك الجواب بنعم أو لا.',
  'proposals.mail.mentee':
    'وجدت المكتبة شخصًا متطوّعًا لإرشادك: {$name}. يظهر في الصفحة ما هو مشترك بينكما. يمكنك الجواب بنعم أو لا.',
  'proposals.mail.until': 'يرجى الجواب قبل نهاية يوم {$day}.',
  'proposals.mail.button': 'عرض الاقتراح والجواب',
  'proposals.withdrawnMail.subject': 'جديد من المكتبة',
  'proposals.withdrawnMail.heading': 'تم سحب الاقتراح',
  'proposals.withdrawnMail.text':
    'سألناك قبل مدة قصيرة إن كان يناسبك لقاء شخص. للأسف لن يتم هذا اللقاء، وليس لذلك أي علاقة بك.',
  'proposals.withdrawnMail.next':
    'لا حاجة إلى فعل أي شيء. ستصلك رسالة عند وجود اقتراح جديد. إذا كانت لديك أسئلة، يرجى التواصل مع المكتبة.',
} satisfies Record<keyof typeof danish, string>
