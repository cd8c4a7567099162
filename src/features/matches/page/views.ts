import { formatDay, formatMoment } from '../../../locales/format.ts'
import type { MessageKey, Translate } from '../../../locales/translate.ts'
import { errorSummary, formTitle } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { page } from '../../../web/layout.ts'
import { shownState } from '../../meetings/state.ts'
import { reasonList, riskList, stateText } from '../state-text.ts'
import type { Typed } from './match-form.ts'
import { goOnForm, moveForms } from './moves.ts'
import type { MatchDetail } from './read-match.ts'
import { sideName, timeline } from './timeline.ts'

export function matchPage(frame: Frame, match: MatchDetail, typed: Typed): string {
  const { t } = frame
  const title = `${match.mentorName} + ${match.menteeName}`
  return page(
    frame,
    formTitle(t, typed, title),
    html`<h1><bdi>${match.mentorName}</bdi> + <bdi>${match.menteeName}</bdi></h1>
      ${errorSummary(t, typed, {
        day: 'matches.met.day',
        minutes: 'matches.met.minutes',
        until: 'matches.pause.until',
        side: 'matches.close.side',
        reasons: 'matches.close.reasons',
        kind: 'matches.closing.kind',
        goals: 'matches.closing.goals',
        closedOn: 'matches.closing.closedOn',
        party: 'matches.goOn.party',
        answer: 'matches.goOn.answer',
        channel: 'matches.goOn.channel',
      })}
      <p class="font-lead">${stateText(t, match)}</p>
      ${riskList(t, match.risks)} ${who(t, match)} ${goOn(frame, match, typed)}
      ${moveForms(frame, match, typed)} ${meetings(t, match)} ${agreements(t, match)}
      <h2>${t('matches.timeline')}</h2>
      ${timeline(t, match)}`,
  )
}

function who(t: Translate, match: MatchDetail): SafeHtml {
  const [episode] = match.episodes
  const day = (on: Temporal.PlainDate) => ({ day: formatDay(t.locale, on) })
  return html`<h2>${t('matches.people')}</h2>
    <ul>
      ${(['mentor', 'mentee'] as const).map(
        (role) =>
          html`<li>
            <a href="/people/${match[`${role}Id`]}"><bdi>${match[`${role}Name`]}</bdi></a> –
            ${t.dynamic(`people.role.${role}`)}
          </li>`,
      )}
    </ul>
    <p>
      ${t('matches.since', { day: formatDay(t.locale, match.acceptedAt) })}.
      ${episode!.number > 1 ? `${t('matches.again', day(episode!.openedOn))}.` : ''}
      ${episode!.activeOn === null ? '' : `${t('matches.activeSince', day(episode!.activeOn))}.`}
    </p>
    ${match.state === 'closed' ? ending(t, match) : phones(t, match)}`
}

function ending(t: Translate, match: MatchDetail): SafeHtml {
  const { kind, closedOn, closedBy, reasons, goals } = match.episodes[0]!
  return html`<p>
    ${t('matches.closed.kind', {
      kind: t(`matches.kind.${kind!}`),
      day: formatDay(t.locale, closedOn!),
    })}
    ${closedBy === null ? '' : t('matches.closed.by', { who: sideName(t, match, closedBy) })}
    ${reasons.length === 0 ? '' : t('matches.closed.reasons', { reasons: reasonList(t, reasons) })}
    ${goals === null ? '' : t('matches.closed.goals', { goals: t(`matches.goals.${goals}`) })}
  </p>`
}

function phones(t: Translate, match: MatchDetail): SafeHtml | string {
  const { mentorSharesPhone, menteeSharesPhone } = match.phones
  if (!mentorSharesPhone && !menteeSharesPhone) return ''
  if (mentorSharesPhone && menteeSharesPhone) return html`<p>${t('matches.phones.both')}</p>`
  const name = mentorSharesPhone ? match.mentorName : match.menteeName
  return html`<p>${t('matches.phones.one', { name })}</p>`
}

/** Whether each wants to go on, as long as that is open. */
function goOn(frame: Frame, match: MatchDetail, typed: Typed): SafeHtml | string {
  const { t } = frame
  const isOpen = match.activeOn === null && (match.state === 'accepted' || match.state === 'paused')
  if (!isOpen || match.goOn.length === 0) return ''
  return html`<section class="panel" aria-labelledby="go-on">
    <h2 id="go-on">${t('matches.goOn.title')}</h2>
    <p>${t('matches.goOn.lead')}</p>
    <dl>
      ${match.goOn.map(
        ({ role, answer, askedAt }) =>
          html`<dt><bdi>${sideName(t, match, role)}</bdi></dt>
            <dd>
              ${
                answer === null
                  ? t('matches.goOn.waits', { day: formatDay(t.locale, askedAt) })
                  : t(`matches.goOn.${answer}`)
              }
            </dd>`,
      )}
    </dl>
    ${goOnForm(frame, match, typed)}
  </section>`
}

function meetings(t: Translate, match: MatchDetail): SafeHtml {
  return html`<h2>${t('matches.meetings')}</h2>
    ${
      match.meetings.length === 0
        ? html`<p>${t('matches.noMeetings')}</p>`
        : html`<ul>
            ${match.meetings.map(
              (meeting) =>
                html`<li>
                  <a href="/meetings/${meeting.id}">${formatMoment(t.locale, meeting.startsAt)}</a>:
                  ${t.dynamic(`meetings.type.${meeting.type}`)},
                  ${t.dynamic(`meetings.state.${shownState(meeting, match.now)}`)}
                </li>`,
            )}
          </ul>`
    }`
}

function agreements(t: Translate, { agreed }: MatchDetail): SafeHtml | string {
  if (agreed.length === 0) return ''
  return html`<h2>${t('matches.agreements')}</h2>
    <ul>
      ${agreed.map(
        ({ topic, agreedOn }) =>
          html`<li>
            ${t.dynamic(`topic.${topic}` as MessageKey)} (${formatDay(t.locale, agreedOn)})
          </li>`,
      )}
    </ul>`
}
