import { accounts } from './da/accounts.ts'
import { audit } from './da/audit.ts'
import { cli } from './da/cli.ts'
import { concerns } from './da/concerns.ts'
import { demo } from './da/demo.ts'
import { followUp } from './da/follow-up.ts'
import { imports } from './da/imports.ts'
import { layout } from './da/layout.ts'
import { letters } from './da/letters.ts'
import { mail } from './da/mail.ts'
import { matches } from './da/matches.ts'
import { mailTexts } from './da/mail-texts.ts'
import { matching } from './da/matching.ts'
import { meetings } from './da/meetings.ts'
import { onBehalf } from './da/on-behalf.ts'
import { people } from './da/people.ts'
import { places } from './da/places.ts'
import { privacy } from './da/privacy.ts'
import { programmes } from './da/programmes.ts'
import { proposals } from './da/proposals.ts'
import { reports } from './da/reports.ts'
import { requirements } from './da/requirements.ts'
import { runs } from './da/runs.ts'
import { tasks } from './da/tasks.ts'

/** Danish, and the list of the messages that only staff read. */
export const da = {
  ...layout,
  ...reports,
  ...onBehalf,
  ...accounts,
  ...programmes,
  ...people,
  ...requirements,
  ...places,
  ...tasks,
  ...proposals,
  ...matches,
  ...meetings,
  ...followUp,
  ...mail,
  ...mailTexts,
  ...demo,
  ...letters,
  ...matching,
  ...imports,
  ...runs,
  ...cli,
  ...privacy,
  ...concerns,
  ...audit,
} as const
