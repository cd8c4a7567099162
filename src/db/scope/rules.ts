import type { DB } from '../types.ts'

/**
 * Who may use a table's rows. `own`: their municipality. `open`: all read, their municipality
 * writes. `fixed`: all read, the system writes. `system`: the system only.
 */
export type Rule = 'own' | 'open' | 'fixed' | 'system'

/** A table with a municipality belongs to it, unless everyone may read it. */
type Rules = {
  [Name in keyof DB]: DB[Name] extends { municipality: unknown }
    ? Exclude<Rule, 'system'>
    : Exclude<Rule, 'own' | 'open'>
}

/** Every table: one that is missing here does not compile. */
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
  booking: 'own',
  checkIn: 'own',
  calendarFeed: 'own',
  // Confidential besides: see condition.ts.
  concern: 'own',
  concernReader: 'own',
  concernStep: 'own',
  consent: 'own',
  consentWithdrawal: 'own',
  duty: 'system',
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
  mailText: 'own',
  match: 'own',
  matchCheck: 'own',
  matchEpisode: 'own',
  matchEvent: 'own',
  matchRun: 'own',
  meeting: 'own',
  meetingAttendance: 'own',
  meetingMatch: 'own',
  meetingNotice: 'own',
  meetingRecord: 'own',
  municipality: 'fixed',
  oidcAttempt: 'system',
  participant: 'own',
  partner: 'own',
  person: 'own',
  personLanguage: 'own',
  personTerm: 'own',
  // People who register read the programme and its area.
  programme: 'open',
  programmeArea: 'fixed',
  programmeRequirement: 'own',
  proposal: 'own',
  question: 'own',
  reconfirmation: 'own',
  recoveryCode: 'system',
  requirement: 'own',
  room: 'own',
  session: 'own',
  site: 'own',
  siteDay: 'own',
  siteHours: 'own',
  spreadsheet: 'own',
  spreadsheetRow: 'own',
  task: 'own',
  unsubscription: 'own',
}

/** Database functions that return rows of municipalities. */
const functions = ['missing_requirement', 'required_of_mentors']

const inSql = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** By the name in a statement. */
export const rules: ReadonlyMap<string, Rule> = new Map([
  ...Object.entries(tables).map(([name, rule]): [string, Rule] => [inSql(name), rule]),
  ...functions.map((name): [string, Rule] => [name, 'own']),
])
