import { formatDay } from '../../locales/format.ts'
import type { MailTranslate } from '../../locales/translate.ts'
import type { Draft } from '../../mail/message.ts'

/** Tells one of a pair that they are one; of the other only the first name. */
export function matchMade(match: {
  otherFirstName: string
  isAgain: boolean
  asksToGoOn: boolean
}): Draft {
  const { otherFirstName: name, isAgain, asksToGoOn } = match
  return {
    write: (t) => ({
      subject: t('match-made.subject'),
      heading: t('match-made.heading', { name }),
      paragraphs: [
        t(isAgain ? 'match-made.again' : 'match-made.text'),
        ...(asksToGoOn ? [t('match-made.asked')] : []),
        t('match-made.next'),
      ],
    }),
  }
}

/** Which match it is: a mentor may have several. No name once the other is erased. */
function about(t: MailTranslate, name: string | null): string[] {
  return name === null ? [] : [t('match-closed.about', { name })]
}

/** Says that a match pauses, and how long, without a reason. */
export function matchPaused({
  until,
  otherFirstName,
}: {
  until: Temporal.PlainDate | null
  otherFirstName: string | null
}): Draft {
  return {
    write: (t) => ({
      subject: t('match-paused.subject'),
      heading: t('match-paused.heading'),
      paragraphs: [
        until === null
          ? t('match-paused.text')
          : t('match-paused.until', { day: formatDay(t.locale, until) }),
        ...about(t, otherFirstName),
        t('match-paused.next'),
      ],
    }),
  }
}

/** Says that a match is over, without a reason. */
export function matchClosed({
  isReady,
  otherFirstName,
}: {
  isReady: boolean
  otherFirstName: string | null
}): Draft {
  return {
    write: (t) => ({
      subject: t('match-closed.subject'),
      heading: t('match-closed.heading'),
      paragraphs: [
        t('match-closed.text'),
        ...about(t, otherFirstName),
        t(isReady ? 'match-closed.ready' : 'match-closed.thanks'),
      ],
    }),
  }
}

/** Asks one of a pair whether it shall go on, behind a link of their own. */
export function goOnQuestion(question: {
  otherFirstName: string
  answerBy: Temporal.Instant
  url: string
}): Draft {
  const { otherFirstName: name, answerBy, url } = question
  return {
    write: (t) => ({
      subject: t('go-on.subject'),
      heading: t('go-on.heading', { name }),
      paragraphs: [
        t('go-on.text', { name }),
        t('go-on.private', { name }),
        t('go-on.until', { day: formatDay(t.locale, answerBy) }),
      ],
      button: { label: t('go-on.button'), url },
    }),
  }
}
