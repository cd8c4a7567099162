import { consents } from './consents.ts'
import { account } from './da/account.ts'
import { calendar } from './da/calendar.ts'
import { concerns } from './da/concerns.ts'
import { forms } from './da/forms.ts'
import { layout } from './da/layout.ts'
import { mails } from './da/mails.ts'
import { matching } from './da/matching.ts'
import { meetings } from './da/meetings.ts'
import { ownPage } from './da/own-page.ts'
import { pair } from './da/pair.ts'
import { privacy } from './da/privacy.ts'
import { problems } from './da/problems.ts'
import { profile } from './da/profile.ts'
import { proposals } from './da/proposals.ts'
import { questions } from './da/questions.ts'
import { registration } from './da/registration.ts'
import { requirements } from './da/requirements.ts'
import { topics } from './da/topics.ts'

/** Danish, and the list of the public's messages: every language must have each of them. */
export const da = {
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
  ...consents.da,
} as const
