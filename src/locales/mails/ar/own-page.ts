import type { ownPage as danish } from '../da/own-page.ts'

export const ownPage = {
  'own-page-link.subject': 'صفحتك لدى المكتبة',
  'own-page-link.heading': 'هذه صفحتك',
  'own-page-link.text': 'يفتح الزر صفحتك الخاصة. هناك يمكنك رؤية بياناتك وتعديلها.',
  'own-page-link.word':
    'إذا فتحت الصفحة في مكان غير الذي طلبت فيه الرابط، فعليك كتابة الرموز الستة التي ظهرت هناك.',
  'own-page-link.limit':
    'يعمل الرابط لمدة 10 دقائق ولمرة واحدة فقط. إذا لم تطلبه فيمكنك تجاهل هذه الرسالة.',
  'own-page-link.button': 'فتح صفحتي',
} satisfies Record<keyof typeof danish, string>
