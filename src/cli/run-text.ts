import { remarkSentence } from '../locales/public/remarks.ts'
import {
  pointsOf,
  reasonClause,
  recruitSentences,
  whyNotSentences,
} from '../locales/staff/sentences.ts'
import type { Translate } from '../locales/translate.ts'
import { type Remark, remarksOn } from '../matching/explain.ts'
import type { Recruit } from '../matching/recruit.ts'
import type { Proposal, ProposalRun, Unmatched } from '../matching/types.ts'
import type { WhyNot } from '../matching/why-not.ts'

export type Told = {
  t: Translate
  explain: boolean
  whyNot: readonly WhyNot[]
  recruits: readonly Recruit[]
}

/** The text of a run for a coordinator: proposals, unmatched people, and reasons on request. */
export function runText(run: ProposalRun, ready: number, told: Told): string {
  const { t } = told
  const people = (title: string, unmatched: readonly Unmatched[]) =>
    unmatched.length === 0
      ? []
      : [title, ...unmatched.map((person) => unmatchedLine(person, told)), '']
  const lines = [
    run.proposals.length === 0 ? t('cli.noProposals') : t('cli.proposals'),
    ...run.proposals.flatMap((proposal) => proposalLines(proposal, told)),
    '',
    ...people(t('cli.mentees'), run.unmatched.mentees),
    ...people(t('cli.mentors'), run.unmatched.mentors),
    ...(told.recruits.length > 0
      ? [t('cli.recruits'), ...told.recruits.map((one) => `      ${recruitSentences(t, one)}`), '']
      : []),
    t('cli.summary', { matched: run.matched, ready, total: points(t, run.total) }),
  ]
  return `${withoutIsolates(lines.join('\n'))}\n`
}

function proposalLines(proposal: Proposal, { t, explain }: Told): string[] {
  const { mentor, mentee, rank, locked, against, score } = proposal
  const names = { mentor, mentee }
  const mark = locked ? ` (${t('cli.locked')})` : ''
  const title = `${String(rank).padStart(4)}. ${mentee} + ${mentor}: ${points(t, proposal.points)}${mark}`
  if (!explain) return [title]
  const remarks = remarksOn(score)
  const say = (found: readonly Remark[]) =>
    found.map((remark) => remarkSentence(t, remark, names)).join(' ')
  const reasons = against.map((reason) => reasonClause(t, reason, names))
  return [
    title,
    `      ${t('cli.why')}: ${say(remarks.for)}`,
    ...(remarks.against.length > 0 ? [`      ${t('cli.against')}: ${say(remarks.against)}`] : []),
    ...(reasons.length > 0 ? [`      ${t('cli.lockedAgainst')}: ${reasons.join('; ')}.`] : []),
  ]
}

function unmatchedLine(person: Unmatched, { t, whyNot, explain }: Told): string {
  const found = whyNot.find(({ role, id }) => role === person.role && id === person.id)
  if (!explain || found === undefined) return `      ${person.id}`
  return `      ${person.id}: ${whyNotSentences(t, found, (_role, id) => id)}`
}

function points(t: Translate, ppm: number): string {
  return new Intl.NumberFormat(t.locale, { numberingSystem: 'latn' }).format(pointsOf(ppm))
}

/** Removes bidi isolates, which browsers need and terminals show as boxes. */
function withoutIsolates(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, '')
}
