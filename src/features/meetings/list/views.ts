import { formatMoment } from '../../../locales/format.ts'
import type { Translate } from '../../../locales/translate.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { answersLine } from '../answers/summary.ts'
import type { MeetingRow } from '../sql.ts'
import { shownState } from '../state.ts'
import type { Part } from './schema.ts'
import type { MeetingList } from './see-meetings.ts'

/** What waits to be recorded comes first: without it no meeting counts. */
export function meetingsPage(
  frame: Frame,
  lists: Partial<Record<Part, MeetingList>>,
  now: Temporal.Instant,
): string {
  const { t } = frame
  const isEmpty = Object.values(lists).every(({ rows }) => rows.length === 0)
  return page(
    frame,
    t('meetings.title'),
    html`<h1>${t('meetings.title')}</h1>
      <p class="actions">
        <a class="button button-primary" href="/meetings/new">${t('meetings.plan.title')}</a>
      </p>
      ${isEmpty ? html`<p>${t('meetings.empty')}</p>` : ''} ${toRecord(frame, lists.to_record, now)}
      ${section(t, 'coming', lists.coming, now)} ${section(t, 'past', lists.past, now)}`,
  )
}

/** Each is recorded by itself, or several at which everybody was there at once. */
function toRecord(
  frame: Frame,
  list: MeetingList | undefined,
  now: Temporal.Instant,
): SafeHtml | string {
  const { t } = frame
  if (list === undefined || list.rows.length === 0) return ''
  return html`<section aria-labelledby="to_record">
    <h2 id="to_record">${t('meetings.list.to_record')}</h2>
    <p>${t('meetings.list.recordHint')}</p>
    <form method="post" action="/meetings/records">
      ${formToken(frame)}
      <ul class="card-list nobullet-list no-max-width">
        ${list.rows.map(
          (meeting) =>
            html`<li class="panel">
              ${card(t, meeting, now)}
              <div class="form-group-checkbox">
                <input
                  class="form-checkbox"
                  type="checkbox"
                  id="all-${meeting.id}"
                  name="meeting"
                  value="${meeting.id}:${meeting.version}"
                />
                <label class="form-label" for="all-${meeting.id}"
                  >${t('meetings.list.everyone')}</label
                >
              </div>
              <p class="actions">
                <a class="button button-secondary" href="/meetings/${meeting.id}#record"
                  >${t('meetings.list.record')}</a
                >
              </p>
            </li>`,
        )}
      </ul>
      <button class="button button-primary" type="submit">${t('meetings.list.recordMany')}</button>
    </form>
    ${nextLink(t, 'to_record', list)}
  </section>`
}

function section(
  t: Translate,
  part: Part,
  list: MeetingList | undefined,
  now: Temporal.Instant,
): SafeHtml | string {
  if (list === undefined || list.rows.length === 0) return ''
  return html`<section aria-labelledby="${part}">
    <h2 id="${part}">${t.dynamic(`meetings.list.${part}`)}</h2>
    <ul class="card-list nobullet-list no-max-width">
      ${list.rows.map((meeting) => html`<li class="panel">${card(t, meeting, now)}</li>`)}
    </ul>
    ${nextLink(t, part, list)}
  </section>`
}

function card(t: Translate, meeting: MeetingRow, now: Temporal.Instant): SafeHtml {
  const state = shownState(meeting, now)
  const answers = state === 'scheduled' ? answersLine(t, meeting.participants) : undefined
  return html`<h3>
      <a href="/meetings/${meeting.id}">${formatMoment(t.locale, meeting.startsAt)}</a>
    </h3>
    <p>
      ${meeting.matches.map(
        ({ mentorName, menteeName }) =>
          html`<bdi>${mentorName}</bdi> + <bdi>${menteeName}</bdi><br />`,
      )}
      <bdi lang="da">${meeting.venue}</bdi>
    </p>
    <p>
      ${t.dynamic(`meetings.type.${meeting.type}`)}:
      ${t.dynamic(`meetings.state.${state}`)}.${answers === undefined ? '' : html` ${answers}`}
    </p>`
}

function nextLink(t: Translate, part: Part, { next }: MeetingList): SafeHtml | string {
  return next === null
    ? ''
    : html`<p class="actions">
        <a class="button button-secondary" rel="next" href="/meetings?show=${part}&cursor=${next}"
          >${t('meetings.list.more')}</a
        >
      </p>`
}
