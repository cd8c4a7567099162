import type { registration as danish } from '../da/registration.ts'

export const registration = {
  'registration.subject': 'وصلت إجاباتك إلى المكتبة',
  'registration.heading': 'شكرًا لك، وصلتنا إجاباتك',
  'registration.text': 'سوف تتواصل معك المكتبة خلال أسبوع.',
  'registration.page':
    'يرجى الضغط على الزر لنتأكد من أن البريد لك. يفتح الزر صفحتك الخاصة، وهناك يمكنك رؤية بياناتك وتعديلها.',
  'registration.shared':
    'كان لدينا شخص مسجّل بهذا البريد من قبل. إذا كنت أنت ذلك الشخص أيضًا فيرجى إبلاغ المكتبة لكيلا يتكرر تسجيلك.',
  'registration.limit':
    'يعمل الزر لمدة 7 أيام ولمرة واحدة فقط. إذا لم يكن لك علم بالأمر فيمكنك تجاهل هذه الرسالة.',
  'registration.button': 'نعم، هذا بريدي الإلكتروني',
  'email-changed.subject': 'بريدك الإلكتروني لدى المكتبة',
  'email-changed.heading': 'هل هذا بريدك الإلكتروني الجديد؟',
  'email-changed.text':
    'سُجّل لك في المكتبة بريد إلكتروني جديد: هذا البريد. لن نستعمله إلا بعد أن تضغط على الزر.',
  'email-replaced.subject': 'سُجّل بريد إلكتروني جديد في المكتبة',
  'email-replaced.heading': 'سُجّل بريد إلكتروني جديد',
  'email-replaced.text':
    'سُجّل لك في المكتبة بريد إلكتروني غير هذا البريد. بعد تأكيده ستصل رسائلنا إليه، وحتى ذلك الحين تصل إلى هنا.',
  'email-replaced.not':
    'إذا كنت أنت من طلب ذلك فلا حاجة إلى فعل شيء. وإن لم يكن كذلك فيرجى الاتصال بالمكتبة أو التراجع عن ذلك في صفحتك الخاصة.',
  'email-replaced.button': 'أرسلوا لي رابط صفحتي الخاصة',
} satisfies Record<keyof typeof danish, string>
