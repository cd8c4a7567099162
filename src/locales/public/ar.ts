import type { da } from './da.ts'
import { consents } from './consents.ts'
import { account } from './ar/account.ts'
import { calendar } from './ar/calendar.ts'
import { concerns } from './ar/concerns.ts'
import { forms } from './ar/forms.ts'
import { layout } from './ar/layout.ts'
import { mails } from './ar/mails.ts'
import { matching } from './ar/matching.ts'
import { meetings } from './ar/meetings.ts'
import { ownPage } from './ar/own-page.ts'
import { pair } from './ar/pair.ts'
import { privacy } from './ar/privacy.ts'
import { problems } from './ar/problems.ts'
import { profile } from './ar/profile.ts'
import { proposals } from './ar/proposals.ts'
import { questions } from './ar/questions.ts'
import { registration } from './ar/registration.ts'
import { requirements } from './ar/requirements.ts'
import { topics } from './ar/topics.ts'

/**
 * Arabic: Modern Standard Arabic in short sentences and plain words, for readers with little schooling.
 *
 * mentor: مرشد متطوّع، المرشد
 * mentoring: الإرشاد التطوّعي
 * mentee: شخص مشارك، المشاركون
 * coordinator: مكتب التنسيق، المنسّقون
 * administrator: حساب الإدارة
 * pair, match: ثنائي، ثنائيات
 * match meeting: لقاء التعارف
 * meeting: لقاء، لقاءات
 * proposal: اقتراح
 * answer: جواب
 * interview: مقابلة
 * consent: موافقة
 * library: المكتبة
 * municipality: البلدية
 * programme: برنامج
 * requirement: متطلب، المتطلبات
 * task: مهمة، المهام
 * partner: شريك
 * API token: مفتاح API
 *
 * The reader may be a woman or a man: a request is "يرجى" with a verbal noun, what may be done is
 * "يمكنك" with one, and a person named only by a placeholder gets no verb. Ranges are written
 * out ("من 9 إلى 12") and phone numbers without spaces: both would be reversed between Arabic words.
 * "لاجئ" stands on the front page and in the pages of staff, never in a mail, because others may see it.
 */

export const ar = {
  ...layout,
  ...forms,
  ...account,
  ...problems,
  ...registration,
  ...profile,
  ...requirements,
  ...topics,
  ...proposals,
  ...ownPage,
  ...pair,
  ...meetings,
  ...mails,
  ...questions,
  ...matching,
  ...privacy,
  ...concerns,
  ...calendar,
  ...consents.ar,
} satisfies Record<keyof typeof da, string>
