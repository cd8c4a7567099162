import { firstName } from '../../../locales/first-name.ts'
import { formatMoment, formatMonth } from '../../../locales/format.ts'
import type { PublicTranslate } from '../../../locales/translate.ts'
import { zone } from '../../../locales/zone.ts'
import { ProposedMeeting } from '../own-meetings/schema.ts'
import { monthOf } from './month.ts'
import type { AskedQuestion } from './sql.ts'

/** The question in one line, as a link on a person's own page says it. */
export function questionTitle(t: PublicTranslate, question: AskedQuestion): string {
  const name = firstName(question.otherName)
  switch (question.kind) {
    case 'outcome':
      return t('question.outcome.title', { at: formatMoment(t.locale, question.startsAt!) })
    case 'go-on':
      return t('question.go-on.title', { name })
    case 'fit':
      return t('question.fit.title', { name })
    case 'month':
      return t('question.month.title', { month: formatMonth(t.locale, monthOf(question)) })
    case 'meet':
      return t('question.meet.title', { name, at: whenOf(t, question) })
  }
}

function whenOf(t: PublicTranslate, { about }: AskedQuestion): string {
  const { localStart } = ProposedMeeting.parse(about)
  return formatMoment(t.locale, localStart.toZonedDateTime(zone).toInstant())
}
