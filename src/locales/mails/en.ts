import { digests } from './en/digests.ts'
import { accounts } from './en/accounts.ts'
import { calendar } from './en/calendar.ts'
import { concerns } from './en/concerns.ts'
import { followUp } from './en/follow-up.ts'
import { frame } from './en/frame.ts'
import { matches } from './en/matches.ts'
import { meetings } from './en/meetings.ts'
import { ownPage } from './en/own-page.ts'
import { proposals } from './en/proposals.ts'
import { registration } from './en/registration.ts'
import { requirements } from './en/requirements.ts'
import { sms } from './en/sms.ts'
import { waiting } from './en/waiting.ts'

export const en = {
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
