import { digests } from './fa/digests.ts'
import { accounts } from './fa/accounts.ts'
import { calendar } from './fa/calendar.ts'
import { concerns } from './fa/concerns.ts'
import { followUp } from './fa/follow-up.ts'
import { frame } from './fa/frame.ts'
import { matches } from './fa/matches.ts'
import { meetings } from './fa/meetings.ts'
import { ownPage } from './fa/own-page.ts'
import { proposals } from './fa/proposals.ts'
import { registration } from './fa/registration.ts'
import { requirements } from './fa/requirements.ts'
import { sms } from './fa/sms.ts'
import { waiting } from './fa/waiting.ts'

export const fa = {
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
