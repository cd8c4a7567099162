import { digests } from './da/digests.ts'
import { accounts } from './da/accounts.ts'
import { calendar } from './da/calendar.ts'
import { concerns } from './da/concerns.ts'
import { followUp } from './da/follow-up.ts'
import { frame } from './da/frame.ts'
import { matches } from './da/matches.ts'
import { meetings } from './da/meetings.ts'
import { ownPage } from './da/own-page.ts'
import { proposals } from './da/proposals.ts'
import { registration } from './da/registration.ts'
import { requirements } from './da/requirements.ts'
import { sms } from './da/sms.ts'
import { waiting } from './da/waiting.ts'

/** What mails say, in Danish, and the list of it: every language must have each of them. */
export const da = {
  ...digests,
  ...frame,
  ...registration,
  ...accounts,
  ...concerns,
  ...calendar,
  ...ownPage,
  ...proposals,
  ...matches,
  ...meetings,
  ...followUp,
  ...requirements,
  ...sms,
  ...waiting,
} as const
