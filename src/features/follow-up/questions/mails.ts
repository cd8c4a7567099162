import { formatDay, formatMoment, formatMonth } from '../../../locales/format.ts'
import { isLocale } from '../../../locales/locale.ts'
import type { MailTranslate } from '../../../locales/translate.ts'
import type { Draft } from '../../../mail/message.ts'

interface Question {
  otherFirstName: string
  answerBy: Temporal.Instant
  url: string
}

/** Asks a mentor who was at a meeting that nobody recorded. */
export function outcomeQuestion(question: Question & { startsAt: Temporal.Instant }): Draft {
  const { otherFirstName: name, startsAt } = question
  return {
    write: (t) => ({
      subject: t('meeting-outcome.subject'),
      heading: t('meeting-outcome.heading'),
      paragraphs: [
        t('meeting-outcome.text', { name, at: formatMoment(t.locale, startsAt) }),
        t('meeting-outcome.why'),
      ],
      button: { label: t('meeting-outcome.button'), url: inLanguage(t, question) },
    }),
  }
}

/** Asks one of a pair whether they are a good fit. */
export function fitQuestion(question: Question): Draft {
  const { otherFirstName: name, answerBy } = question
  return {
    write: (t) => ({
      subject: t('fit-question.subject'),
      heading: t('fit-question.heading'),
      paragraphs: [
        t('fit-question.text', { name }),
        t('fit-question.private', { name }),
        t('fit-question.until', { day: formatDay(t.locale, answerBy) }),
      ],
      button: { label: t('fit-question.button'), url: inLanguage(t, question) },
    }),
  }
}

/** Asks how often a pair met in a month. */
export function monthQuestion(question: Question & { month: Temporal.PlainYearMonth }): Draft {
  const { otherFirstName: name, month } = question
  return {
    write: (t) => ({
      subject: t('check-in.subject'),
      heading: t('check-in.heading', { month: formatMonth(t.locale, month) }),
      paragraphs: [t('check-in.text', { name }), t('check-in.why')],
      button: { label: t('check-in.button'), url: inLanguage(t, question) },
    }),
  }
}

/** Asks the other of a pair whether they want to meet. The place, in somebody's words, is on the page. */
export function meetingProposal(question: Question & { startsAt: Temporal.Instant }): Draft {
  const { otherFirstName: name, startsAt } = question
  return {
    write: (t) => ({
      subject: t('meeting-proposed.subject'),
      heading: t('meeting-proposed.heading', { name }),
      paragraphs: [
        t('meeting-proposed.text', { at: formatMoment(t.locale, startsAt) }),
        t('meeting-proposed.next'),
      ],
      button: { label: t('meeting-proposed.button'), url: inLanguage(t, question) },
    }),
  }
}

/** The page in the language of the part of the mail that leads to it, where pages have it. */
function inLanguage(t: MailTranslate, { url }: Question): string {
  return isLocale(t.locale) ? `${url}?lang=${t.locale}` : url
}
