import { digests } from './uk/digests.ts'
import { accounts } from './uk/accounts.ts'
import { calendar } from './uk/calendar.ts'
import { concerns } from './uk/concerns.ts'
import { followUp } from './uk/follow-up.ts'
import { frame } from './uk/frame.ts'
import { matches } from './uk/matches.ts'
import { meetings } from './uk/meetings.ts'
import { ownPage } from './uk/own-page.ts'
import { proposals } from './uk/proposals.ts'
import { registration } from './uk/registration.ts'
import { requirements } from './uk/requirements.ts'
import { sms } from './uk/sms.ts'
import { waiting } from './uk/waiting.ts'

export const uk = {
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
