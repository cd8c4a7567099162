import { formatMoment, formatTime } from '../../locales/format.ts'
import type { MessageKey } from '../../locales/translate.ts'
import {
  errorSummary,
  type FormState,
  fieldGroup,
  formTitle,
  radioGroup,
} from '../../web/form-parts.ts'
import { many, one } from '../../web/form.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, notShown, page } from '../../web/layout.ts'
import { topics } from '../people/topics.ts'
import type { MeetingRow } from './sql.ts'

export function meetingsPage(
  frame: Frame,
  meetings: { rows: MeetingRow[]; count: number },
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
                        ${t.dynamic(`meetings.state.${meeting.state}`)}.
                        <bdi lang="da">${meeting.siteName}</bdi>
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
  const hasBegun = Temporal.Instant.compare(now, meeting.startsAt) >= 0
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        outcome: 'meetings.record.outcome',
        absentPersonIds: 'meetings.record.absent',
        agreements: 'meetings.record.title',
      })}
      <p class="font-lead">
        ${t('meetings.fromTo', {
          from: formatMoment(t.locale, meeting.startsAt),
          to: formatTime(t.locale, meeting.endsAt),
        })}
      </p>
      <p><bdi lang="da">${meeting.siteName}, ${meeting.siteAddress}</bdi></p>
      <p>${t('meetings.page.state', { state: t.dynamic(`meetings.state.${meeting.state}`) })}</p>
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
      ${
        meeting.state !== 'scheduled'
          ? ''
          : hasBegun
            ? recordForm(frame, meeting, state)
            : html`<p>${t('meetings.record.later')}</p>`
      }`,
  )
}

/** The outcome, absences and agreements of a meeting: the reports are made of these. */
function recordForm(frame: Frame, meeting: MeetingRow, state: FormState): SafeHtml {
  const { t } = frame
  const absent = many(state.values, 'absent')
  const agreed = many(state.values, 'agreement')
  return html`<section class="panel" aria-labelledby="record">
    <h2 id="record">${t('meetings.record.title')}</h2>
    <form id="field-agreements" method="post" action="/meetings/${meeting.id}/record" novalidate>
      ${formToken(frame)}
      ${radioGroup(
        t,
        { ...state, values: { ...state.values, outcome: one(state.values, 'outcome') ?? 'held' } },
        {
          name: 'outcome',
          label: t('meetings.record.outcome'),
          choices: [
            { value: 'held', label: t('meetings.state.held') },
            { value: 'no_show', label: t('meetings.state.no_show') },
          ],
        },
      )}
      ${fieldGroup(
        t,
        state,
        { name: 'absentPersonIds', label: t('meetings.record.absent') },
        tickBoxes(
          'absent',
          meeting.participants.map(({ id, name }) => ({ value: id, label: name })),
          absent,
        ),
      )}
      ${meeting.matches.map((match) =>
        fieldGroup(
          t,
          state,
          {
            name: `agreement-${match.id}`,
            label: t('meetings.record.agreed', {
              mentor: match.mentorName,
              mentee: match.menteeName,
            }),
          },
          tickBoxes(
            'agreement',
            topics.map((topic) => ({
              value: `${match.id}:${topic}`,
              label: t.dynamic(`topic.${topic}` as MessageKey),
            })),
            agreed,
          ),
        ),
      )}
      <button class="button button-primary" type="submit">${t('meetings.record.save')}</button>
    </form>
  </section>`
}

function tickBoxes(
  name: string,
  choices: { value: string; label: string }[],
  ticked: readonly string[],
): SafeHtml {
  return html`<div class="choices">
    ${choices.map(
      ({ value, label }) =>
        html`<div class="form-group-checkbox">
          <input
            class="form-checkbox"
            type="checkbox"
            id="${idOf(name, value)}"
            name="${name}"
            value="${value}"
            ${ticked.includes(value) ? html`checked` : ''}
          />
          <label class="form-label" for="${idOf(name, value)}"><bdi>${label}</bdi></label>
        </div>`,
    )}
  </div>`
}

/** Replaces characters of the value that an element's id cannot contain. */
function idOf(name: string, value: string): string {
  return `${name}-${value.replace(/[^\w-]/g, '-')}`
}
