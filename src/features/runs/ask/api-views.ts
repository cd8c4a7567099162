import type { z } from 'zod'
import {
  askForMoreSentences,
  costSentence,
  reasonClause,
  recruitSentences,
  whyNotSentences,
} from '../../../locales/staff/sentences.ts'
import type { Translate } from '../../../locales/translate.ts'
import type { Alternative } from '../../../matching/alternatives.ts'
import type { PairSeen } from '../../../matching/pair-row.ts'
import type { Mentor, Pair, Role } from '../../../matching/types.ts'
import type { Tried } from './ask-what-if.ts'
import type { RunExplanation } from './explain.ts'
import { type Links, namedBy } from './links.ts'
import type {
  AlternativeView,
  ExplanationView,
  OutcomeView,
  PairSeenView,
  WhyNotView,
} from '../schema.ts'
import type { ExplainedPairs } from './explain-pairs.ts'
import type { ExplainedUnmatched } from './explain-unmatched.ts'

// What the matching core answered, as the API shows it: people by their enrolments.

export function explanationView(
  t: Translate,
  explained: RunExplanation,
): z.input<typeof ExplanationView> {
  return {
    whyNot: unmatchedView(t, { ...explained, ...explained.unmatched }),
    recruit: explained.recruits.map((recruit) => ({
      text: recruitSentences(t, recruit),
      mentor: advertOf(recruit.profile),
      matched: recruit.gain.matched,
      total: recruit.gain.total,
    })),
    askForMore: explained.soughtAfter.map((asked) => ({
      enrolmentId: explained.enrolmentOf('mentor', asked.mentor),
      text: askForMoreSentences(t, asked, explained.nameOf),
      matched: asked.gain.matched,
      total: asked.gain.total,
    })),
    pairs: explained.counts.pairs,
    feasible: explained.counts.feasible,
    infeasible: explained.counts.infeasible,
    preferringEachOther: explained.preferringEachOther,
    fairness: explained.fairness,
  }
}

export function unmatchedView(
  t: Translate,
  { people, nameOf, enrolmentOf }: ExplainedUnmatched,
): z.input<typeof WhyNotView>[] {
  return people.map((found) => ({
    role: found.role,
    enrolmentId: enrolmentOf(found.role, found.id),
    text: whyNotSentences(t, found, nameOf),
  }))
}

function advertOf(profile: Mentor) {
  const { languages, availability, offers, capacity, meets, acceptsChildren } = profile
  return {
    residence: profile.municipality,
    languages: languages.map(({ tag, level }) => ({ tag, level })),
    hours: [...availability],
    offers: [...offers],
    sex: profile.gender,
    ...{ capacity, meets, acceptsChildren },
  }
}

export function outcomeView(outcome: Tried, links: Links): z.input<typeof OutcomeView> {
  const { name, figures, changes, fairness } = outcome
  const { enrolmentOf } = namedBy(links)
  const enrolments = ({ mentor, mentee }: Pair) => ({
    mentor: enrolmentOf('mentor', mentor),
    mentee: enrolmentOf('mentee', mentee),
  })
  return {
    name,
    ...figures,
    same: changes.same,
    gone: changes.gone.map(enrolments),
    come: changes.come.map(enrolments),
    fairness,
  }
}

export function pairSeenView(
  t: Translate,
  { mentor, mentee, result, proposal }: PairSeen,
  { linkOf }: ExplainedPairs,
): z.input<typeof PairSeenView> {
  const links = { mentor: linkOf('mentor', mentor), mentee: linkOf('mentee', mentee) }
  const names = { mentor: links.mentor?.name ?? '…', mentee: links.mentee?.name ?? '…' }
  const reasons = result.feasible ? (proposal?.against ?? []) : result.reasons
  return {
    mentor: links.mentor?.enrolmentId ?? null,
    mentee: links.mentee?.enrolmentId ?? null,
    state: proposal !== null ? 'proposed' : result.feasible ? 'possible' : 'closed',
    locked: proposal?.locked ?? false,
    score: result.feasible ? result.score.total : null,
    parts: result.feasible ? [...result.score.parts] : [],
    reasons: reasons.map((reason) => ({
      code: reason.code,
      text: reasonClause(t, reason, names),
    })),
  }
}

export function alternativeView(
  t: Translate,
  alternative: Alternative,
  nameOf: (role: Role, id: string) => string,
): z.input<typeof AlternativeView> {
  return {
    mentor: nameOf('mentor', alternative.mentor),
    score: alternative.score.total,
    cost: { matched: alternative.cost.matched, total: alternative.cost.total },
    text: costSentence(t, alternative, nameOf),
  }
}
