import { formatList } from '../../locales/format.ts'
import { isMessageKey, type MessageKey, type Translate } from '../../locales/translate.ts'
import type { Report } from './measure.ts'
import type { Shown } from './suppress.ts'

type SentenceKey<Key = MessageKey> = Key extends `report.sentence.${infer Name}` ? Name : never

export function reportSentences(t: Translate, report: Report): string[] {
  const { figures } = report
  return [
    say(t, 'contacted', figures.mentees.contacted),
    ...sayPartners(t, report),
    sayParticipants(t, report),
    say(t, 'selected', figures.mentors.selected),
    say(t, 'newMatches', figures.newMatches),
    say(t, 'matchMeetings', figures.matchMeetings),
    ...(figures.matchMeetings > 0 ? [say(t, 'pairsIntroduced', figures.pairsIntroduced)] : []),
    ...sayAgreements(t, report),
    say(t, 'waiting', figures.waiting),
  ]
}

/** A suppressed number has a sentence of its own: without one it would read as zero. */
function say(t: Translate, sentence: SentenceKey, count: Shown): string {
  return count === null
    ? t.dynamic(`report.sentence.${sentence}Hidden` as MessageKey)
    : t.dynamic(`report.sentence.${sentence}`, { count })
}

function sayPartners(t: Translate, { figures }: Report): string[] {
  const partners = figures.partners
    .filter(({ category, first }) => category !== '' && first !== null && first > 0)
    .map(({ category }) => category)
  return partners.length === 0
    ? []
    : [t('report.sentence.partners', { partners: formatList(t.locale, partners) })]
}

/** "5 deltager i projektet: 4 mænd og 1 kvinde", without the split when it is suppressed. */
function sayParticipants(t: Translate, { figures }: Report): string {
  const count = figures.mentees.participating
  const groups = figures.groups.sex.flatMap(({ category, next }) =>
    next === null || next === 0 ? [] : [{ category, count: next }],
  )
  const isWhole = groups.reduce((sum, group) => sum + group.count, 0) === count
  if (count === null || count === 0 || !isWhole) return say(t, 'participating', count)
  const bySize = groups.toSorted((a, b) => b.count - a.count)
  return t('report.sentence.participatingBySex', {
    count,
    groups: formatList(
      t.locale,
      bySize.map(({ category, count }) =>
        t.dynamic(`report.people.${category}` as MessageKey, { count }),
      ),
    ),
  })
}

function sayAgreements(t: Translate, { figures }: Report): string[] {
  if (figures.agreements.length === 0) return []
  const topics = figures.agreements.map(({ category, count }) => {
    const key = `topic.${category}`
    const topic = isMessageKey(key) ? t.dynamic(key) : category
    return t('report.sentence.agreement', { topic, count })
  })
  return [t('report.sentence.agreements', { topics: formatList(t.locale, topics) })]
}
