import type { da } from './da.ts'
import { accounts } from './en/accounts.ts'
import { audit } from './en/audit.ts'
import { cli } from './en/cli.ts'
import { concerns } from './en/concerns.ts'
import { demo } from './en/demo.ts'
import { followUp } from './en/follow-up.ts'
import { imports } from './en/imports.ts'
import { layout } from './en/layout.ts'
import { letters } from './en/letters.ts'
import { mail } from './en/mail.ts'
import { matches } from './en/matches.ts'
import { mailTexts } from './en/mail-texts.ts'
import { matching } from './en/matching.ts'
import { meetings } from './en/meetings.ts'
import { onBehalf } from './en/on-behalf.ts'
import { people } from './en/people.ts'
import { places } from './en/places.ts'
import { privacy } from './en/privacy.ts'
import { programmes } from './en/programmes.ts'
import { proposals } from './en/proposals.ts'
import { reports } from './en/reports.ts'
import { requirements } from './en/requirements.ts'
import { runs } from './en/runs.ts'
import { tasks } from './en/tasks.ts'

export const en = {
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
} satisfies Record<keyof typeof da, string>
