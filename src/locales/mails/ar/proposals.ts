import type { proposals as danish } from '../da/proposals.ts'

export const proposals = {
  'answer-request.subject': 'اقتراح من المكتبة',
  'answer-request.heading': 'هل يناسبك لقاء {$name}؟',
  'answer-request.mentor':
    'وجدت المكتبة شخصًا يمكنك إرشاده: {$name}. يظهر في الصفحة ما هو مشترك بينكما. يمكنك الجواب بنعم أو لا.',
  'answer-request.mentee':
    'وجدت المكتبة شخصًا متطوّعًا لإرشادك: {$name}. يظهر في الصفحة ما هو مشترك بينكما. يمكنك الجواب بنعم أو لا.',
  'answer-request.until': 'يرجى الجواب قبل نهاية يوم {$day}.',
  'answer-request.button': 'عرض الاقتراح والجواب',
  'offer-reminder.subject': 'ننتظر جوابك',
  'offer-reminder.text': 'سألناك قبل أسبوع ولم يصلنا جواب بعد.',
  'offer-reminder.until':
    'يرجى الجواب قبل نهاية يوم {$day}. الجواب بنعم أو بلا مناسب في الحالتين. إذا لم يصلنا جواب، فسنسأل شخصًا آخر.',
  'offer-withdrawn.subject': 'جديد من المكتبة',
  'offer-withdrawn.heading': 'تم سحب الاقتراح',
  'offer-withdrawn.text':
    'سألناك قبل مدة قصيرة إن كان يناسبك لقاء شخص. للأسف لن يتم هذا اللقاء، وليس لذلك أي علاقة بك.',
  'offer-withdrawn.next': 'لا حاجة إلى فعل أي شيء. ستصلك رسالة عند وجود اقتراح جديد.',
} satisfies Record<keyof typeof danish, string>
