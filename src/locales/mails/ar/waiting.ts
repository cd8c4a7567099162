import type { waiting as danish } from '../da/waiting.ts'

export const waiting = {
  'waiting.subject': 'جديد من المكتبة',
  'waiting.heading': 'ما زلنا نبحث عن شخص مناسب لك',
  'waiting.text': 'اسمك في القائمة منذ {$day} ولم ننسَك. لم نجد بعد شخصًا يناسبك.',
  'waiting.next':
    'لا حاجة إلى فعل أي شيء. عندما نجد شخصًا، ستصلك رسالة فيها اقتراح، والقرار لك. كلما زادت الأوقات المناسبة لك، كان العثور على شخص أسهل.',
  'waiting.activities': 'حتى ذلك الحين، أهلًا بك هنا:',
  'waiting.button': 'عرض أوقاتي وتعديلها',
} satisfies Record<keyof typeof danish, string>
