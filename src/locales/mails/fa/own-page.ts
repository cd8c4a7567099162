import type { ownPage as danish } from '../da/own-page.ts'

export const ownPage = {
  'own-page-link.subject': 'صفحهٔ شما در کتابخانه',
  'own-page-link.heading': 'این صفحهٔ شماست',
  'own-page-link.text':
    'این دکمه صفحهٔ شخصی شما را باز می\u200cکند. آنجا می\u200cتوانید معلومات خود را ببینید و اصلاح کنید.',
  'own-page-link.word':
    'اگر صفحه را در جای دیگری غیر از جایی که لینک را خواسته\u200cاید باز می\u200cکنید، باید شش نویسه\u200cای را که آنجا نشان داده شد بنویسید.',
  'own-page-link.limit':
    'لینک 10 دقیقه و فقط یک بار کار می\u200cکند. اگر آن را نخواسته\u200cاید، این ایمیل را نادیده بگیرید.',
  'own-page-link.button': 'باز کردن صفحهٔ من',
} satisfies Record<keyof typeof danish, string>
