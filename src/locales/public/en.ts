import type { da } from './da.ts'
import { consents } from './consents.ts'
import { account } from './en/account.ts'
import { calendar } from './en/calendar.ts'
import { concerns } from './en/concerns.ts'
import { forms } from './en/forms.ts'
import { layout } from './en/layout.ts'
import { mails } from './en/mails.ts'
import { matching } from './en/matching.ts'
import { meetings } from './en/meetings.ts'
import { ownPage } from './en/own-page.ts'
import { pair } from './en/pair.ts'
import { privacy } from './en/privacy.ts'
import { problems } from './en/problems.ts'
import { profile } from './en/profile.ts'
import { proposals } from './en/proposals.ts'
import { questions } from './en/questions.ts'
import { registration } from './en/registration.ts'
import { requirements } from './en/requirements.ts'
import { topics } from './en/topics.ts'

export const en = {
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
  ...consents.en,
} satisfies Record<keyof typeof da, string>
