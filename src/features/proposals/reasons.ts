import { formatList, formatWeekday, languageName } from '../../locales/format.ts'
import type { MessageKey, Translate } from '../../locales/translate.ts'
import type { Part } from '../../matching/types.ts'

/** One plain sentence for a part of a score: the facts it stands on, as a coordinator would say them. */
export function sentenceFor(t: Translate, part: Part, names: { mentor: string; mentee: string }) {
  switch (part.term) {
    case 'topics':
      return topicsSentence(t, part.facts, names.mentor)
    case 'language':
      return languageSentence(t, part.facts, names)
    case 'time':
      return timeSentence(t, part.facts)
    case 'waiting':
      return t('proposals.why.waiting', { name: names.mentee, days: part.facts.days })
    case 'distance':
      return part.facts.way === 'online'
        ? t('proposals.why.online')
        : t('proposals.why.distance', { km: Math.round(part.facts.km) })
    case 'interests':
      return part.facts.wishes.length === 0
        ? t('proposals.why.noWishes')
        : part.facts.wishes.every((wish) => wish.met)
          ? t('proposals.why.wishesMet')
          : t('proposals.why.wishesUnmet')
  }
}

type FactsOf<Term extends Part['term']> = Extract<Part, { term: Term }>['facts']

function topicsSentence(t: Translate, facts: FactsOf<'topics'>, mentor: string): string {
  const named = (needs: readonly { topic: string }[]) =>
    formatList(
      t.locale,
      needs.map(({ topic }) => t.dynamic(`topic.${topic}` as MessageKey)),
    )
  if (facts.covered.length === 0) return t('proposals.why.noTopics', { name: mentor })
  if (facts.missing.length === 0)
    return t('proposals.why.allTopics', { name: mentor, topics: named(facts.covered) })
  return t('proposals.why.someTopics', {
    name: mentor,
    topics: named(facts.covered),
    missing: named(facts.missing),
  })
}

function languageSentence(
  t: Translate,
  facts: FactsOf<'language'>,
  names: { mentor: string; mentee: string },
): string {
  if (facts.common === null) return t('proposals.why.interpreter')
  return t('proposals.why.language', {
    language: languageName(t.locale, facts.common.tag),
    mentor: names.mentor,
    mentorLevel: levelName(t, facts.common.mentorLevel),
    mentee: names.mentee,
    menteeLevel: levelName(t, facts.common.menteeLevel),
  })
}

function levelName(t: Translate, level: string): string {
  return level === 'native' ? t('people.level.native').toLocaleLowerCase(t.locale) : level
}

function timeSentence(t: Translate, facts: FactsOf<'time'>): string {
  const pieces = facts.pieces
    .slice(0, 4)
    .map(({ day, from, to }) => `${formatWeekday(t.locale, day)} ${from}–${to}`)
  return t('proposals.why.time', {
    hours: Math.round(facts.commonMinutes / 6) / 10,
    pieces: formatList(t.locale, pieces),
  })
}
