import { digests } from './ti/digests.ts'
import { accounts } from './ti/accounts.ts'
import { calendar } from './ti/calendar.ts'
import { concerns } from './ti/concerns.ts'
import { followUp } from './ti/follow-up.ts'
import { frame } from './ti/frame.ts'
import { matches } from './ti/matches.ts'
import { meetings } from './ti/meetings.ts'
import { ownPage } from './ti/own-page.ts'
import { proposals } from './ti/proposals.ts'
import { registration } from './ti/registration.ts'
import { requirements } from './ti/requirements.ts'
import { sms } from './ti/sms.ts'
import { waiting } from './ti/waiting.ts'

export const ti = {
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
}
