import { digests } from './ar/digests.ts'
import { accounts } from './ar/accounts.ts'
import { calendar } from './ar/calendar.ts'
import { concerns } from './ar/concerns.ts'
import { followUp } from './ar/follow-up.ts'
import { frame } from './ar/frame.ts'
import { matches } from './ar/matches.ts'
import { meetings } from './ar/meetings.ts'
import { ownPage } from './ar/own-page.ts'
import { proposals } from './ar/proposals.ts'
import { registration } from './ar/registration.ts'
import { requirements } from './ar/requirements.ts'
import { sms } from './ar/sms.ts'
import { waiting } from './ar/waiting.ts'

export const ar = {
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
