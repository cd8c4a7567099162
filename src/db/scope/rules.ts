import type { DB } from '../types.ts'

/**
 * Whose a table's rows are. `own`: its municipality's. `open`: read by everyone, changed by its own
 * municipality. `fixed`: read by everyone, changed by the system. `system`: the system's alone.
 */
export type Rule = 'own' | 'open' | 'fixed' | 'system'

/** A table that names a municipality can be nobody's but that municipality's, unless it is to be read by all. */
type Rules = {
  [Name in keyof DB]: DB[Name] extends { municipality: unknown }
    ? Exclude<Rule, 'system'>
    : Exclude<Rule, 'own' | 'open'>
}

/** Every table there is: one that is forgotten here does not compile. */
const tables: Rules = {
  account: 'own',
  agreement: 'own',
  apiToken: 'own',
  attempt: 'system',
  auditCheckpoint: 'own',
  auditEntry: 'own',
  auditLink: 'own',
  availability: 'own',
  availabilityException: 'own',
  consent: 'own',
  consentWithdrawal: 'own',
  enrolment: 'own',
  enrolmentTopic: 'own',
  enrolmentTransition: 'own',
  erasure: 'own',
  erasureRequest: 'own',
  interview: 'own',
  knownDevice: 'system',
  letter: 'own',
  linkRequest: 'system',
  mail: 'own',
  mailedLink: 'own',
  match: 'own',
  matchRun: 'own',
  meeting: 'own',
  meetingMatch: 'own',
  municipality: 'fixed',
  oidcAttempt: 'system',
  participant: 'own',
  partner: 'own',
  person: 'own',
  personLanguage: 'own',
  personTerm: 'own',
  // Whoever registers must find the programme, and which municipalities it takes people from.
  programme: 'open',
  programmeArea: 'fixed',
  programmeRequirement: 'own',
  proposal: 'own',
  reconfirmation: 'own',
  recoveryCode: 'system',
  requirement: 'own',
  session: 'own',
  site: 'own',
  spreadsheet: 'own',
  spreadsheetRow: 'own',
  task: 'own',
}

/** Functions of the database that answer with rows of municipalities. */
const functions = ['missing_requirement', 'required_of_mentors']

const inSql = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** By the name that a statement uses. */
export const rules: ReadonlyMap<string, Rule> = new Map([
  ...Object.entries(tables).map(([name, rule]): [string, Rule] => [inSql(name), rule]),
  ...functions.map((name): [string, Rule] => [name, 'own']),
])
