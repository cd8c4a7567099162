import type { frame as danish } from '../da/frame.ts'

export const frame = {
  'frame.greeting': 'مرحبًا {$name}',
  'frame.when': 'الوقت',
  'frame.where': 'المكان',
  'frame.fromTo': 'من {$from} إلى {$to}',
  'frame.days': 'من {$from} إلى {$to}',
  'frame.hours': '{$days} من الساعة {$from} إلى {$to}',
  'frame.contact.person': 'إذا كانت لديك أسئلة، يمكنك الاتصال بـ {$name} على الرقم {$phone}.',
  'frame.contact.phone': 'إذا كانت لديك أسئلة، يمكنك الاتصال بالمكتبة على الرقم {$phone}.',
  'frame.contact.hours': 'أوقات الهاتف: {$hours}.',
  'frame.contact.general': 'إذا كانت لديك أسئلة، يرجى التواصل مع المكتبة.',
  'frame.concern': 'هل هناك مشكلة؟ يمكنك إخبارنا',
  'frame.unsubscribe': 'لا تريد هذا النوع من الرسائل؟ يمكنك إلغاء الاشتراك هنا',
} satisfies Record<keyof typeof danish, string>
