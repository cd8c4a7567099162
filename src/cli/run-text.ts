import { remarksOn } from '../matching/explain.ts'
import type { Recruit } from '../matching/recruit.ts'
import type { Proposal, ProposalRun, Unmatched } from '../matching/types.ts'
import type { WhyNot } from '../matching/why-not.ts'
import { DANISH } from './explain-da.ts'
import { ENGLISH } from './explain-en.ts'
import type { Texts } from './texts.ts'

export type Told = {
  language: 'da' | 'en'
  explain: boolean
  whyNot: readonly WhyNot[]
  recruits: readonly Recruit[]
}

/** A run as a coordinator reads it: who is proposed, who is not, and on request why. */
export function runText(run: ProposalRun, ready: number, told: Told): string {
  const texts = told.language === 'da' ? DANISH : ENGLISH
  const { heading } = texts
  const people = (title: string, unmatched: readonly Unmatched[]) =>
    unmatched.length === 0
      ? []
      : [title, ...unmatched.flatMap((person) => unmatchedLines(person, told, texts)), '']
  const lines = [
    ...(run.proposals.length === 0 ? [heading.noProposals] : [heading.proposals]),
    ...run.proposals.flatMap((proposal) => proposalLines(proposal, told, texts)),
    '',
    ...people(heading.mentees, run.unmatched.mentees),
    ...people(heading.mentors, run.unmatched.mentors),
    ...(told.recruits.length > 0
      ? [heading.recruits, ...told.recruits.map((found) => `      ${texts.recruit(found)}`), '']
      : []),
    texts.summary({ matched: run.matched, ready, total: run.total }),
  ]
  return `${lines.join('\n')}\n`
}

function proposalLines(proposal: Proposal, { explain }: Told, texts: Texts): string[] {
  const { mentor, mentee, rank, locked, against, points, score } = proposal
  const mark = locked ? ` (${texts.locked})` : ''
  const title = `${String(rank).padStart(4)}. ${mentee} + ${mentor}: ${texts.score(points)}${mark}`
  if (!explain) return [title]
  const remarks = remarksOn(score)
  const say = (found: readonly Parameters<Texts['remark']>[0][]) =>
    found.map((remark) => texts.remark(remark, { mentor, mentee })).join(' ')
  const reasons = against.map((reason) => texts.reason(reason, { mentor, mentee }))
  return [
    title,
    `      ${texts.why}: ${say(remarks.for)}`,
    ...(remarks.against.length > 0 ? [`      ${texts.against}: ${say(remarks.against)}`] : []),
    ...(reasons.length > 0 ? [`      ${texts.lockedAgainst}: ${reasons.join('; ')}.`] : []),
  ]
}

function unmatchedLines(person: Unmatched, { whyNot, explain }: Told, texts: Texts): string[] {
  const found = whyNot.find(({ role, id }) => role === person.role && id === person.id)
  if (!explain || found === undefined) return [`      ${person.id}`]
  return [`      ${person.id}: ${texts.whyNot(found)}`]
}
