import type { da } from './da.ts'
import { accounts } from './ar/accounts.ts'
import { audit } from './ar/audit.ts'
import { cli } from './ar/cli.ts'
import { concerns } from './ar/concerns.ts'
import { demo } from './ar/demo.ts'
import { followUp } from './ar/follow-up.ts'
import { imports } from './ar/imports.ts'
import { layout } from './ar/layout.ts'
import { letters } from './ar/letters.ts'
import { mail } from './ar/mail.ts'
import { matches } from './ar/matches.ts'
import { mailTexts } from './ar/mail-texts.ts'
import { matching } from './ar/matching.ts'
import { meetings } from './ar/meetings.ts'
import { onBehalf } from './ar/on-behalf.ts'
import { people } from './ar/people.ts'
import { places } from './ar/places.ts'
import { privacy } from './ar/privacy.ts'
import { programmes } from './ar/programmes.ts'
import { proposals } from './ar/proposals.ts'
import { reports } from './ar/reports.ts'
import { requirements } from './ar/requirements.ts'
import { runs } from './ar/runs.ts'
import { tasks } from './ar/tasks.ts'

export const ar = {
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
