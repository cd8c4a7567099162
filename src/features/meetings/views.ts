import { formatMoment, formatTime } from '../../locales/format.ts'
import { errorSummary, type FormState, formTitle } from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html } from '../../web/html.ts'
import { notShown, page } from '../../web/layout.ts'
import { recording, recordLabels } from './records/views.ts'
import type { MeetingRow } from './sql.ts'
import { shownState } from './state.ts'

export function meetingsPage(
  frame: Frame,
  meetings: { rows: MeetingRow[]; count: number },
  now: Temporal.Instant,
): string {
  const { t } = frame
  return page(
    frame,
    t('meetings.title'),
    html`<h1>${t('meetings.title')}</h1>
      <p class="actions">
        <a class="button button-primary" href="/meetings/new">${t('meetings.plan.title')}</a>
      </p>
      ${
        meetings.count === 0
          ? html`<p>${t('meetings.empty')}</p>`
          : html`<ul class="card-list nobullet-list no-max-width">
                ${meetings.rows.map(
                  (meeting) =>
                    html`<li class="panel">
                      <h2 class="h3">
                        <a href="/meetings/${meeting.id}"
                          >${formatMoment(t.locale, meeting.startsAt)}</a
                        >
                      </h2>
                      <p>
                        ${t.dynamic(`meetings.type.${meeting.type}`)}:
                        ${t.dynamic(`meetings.state.${shownState(meeting, now)}`)}.
                        <bdi lang="da">${meeting.venue}</bdi>
                      </p>
                    </li>`,
                )}
              </ul>
              ${notShown(t, meetings.count - meetings.rows.length)}`
      }`,
  )
}

export function meetingPage(
  frame: Frame,
  meeting: MeetingRow,
  now: Temporal.Instant,
  state: FormState,
): string {
  const { t } = frame
  const title = t.dynamic(`meetings.type.${meeting.type}`)
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, recordLabels)}
      <p class="font-lead">
        ${t('meetings.fromTo', {
          from: formatMoment(t.locale, meeting.startsAt),
          to: formatTime(t.locale, meeting.endsAt),
        })}
      </p>
      <p><bdi lang="da">${meeting.venue}</bdi></p>
      <p>
        ${t('meetings.page.state', { state: t.dynamic(`meetings.state.${shownState(meeting, now)}`) })}
      </p>
      <h2>${t('meetings.page.participants')}</h2>
      <ul>
        ${meeting.participants.map(
          (person) =>
            html`<li>
              <bdi>${person.name}</bdi>
              ${
                person.attendance === 'unknown'
                  ? ''
                  : html`– ${t.dynamic(`meetings.attendance.${person.attendance}`)}`
              }
            </li>`,
        )}
      </ul>
      ${recording(frame, meeting, now, state)}
      <p><a href="/meetings/${meeting.id}/concern">${t('concerns.desk.title')}</a></p>`,
  )
}
