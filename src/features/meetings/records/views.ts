import type { MessageKey } from '../../../locales/translate.ts'
import { type FormState, fieldGroup, options, textField } from '../../../web/form-parts.ts'
import { many } from '../../../web/form.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken } from '../../../web/layout.ts'
import { topics } from '../../people/topics.ts'
import type { MeetingRow } from '../sql.ts'

/** What the error summary calls the fields of a record. */
export const recordLabels = {
  attendance: 'meetings.record.who',
  minutes: 'meetings.record.minutes',
  agreements: 'meetings.record.agreements',
} as const satisfies Record<string, MessageKey>

/** Where a meeting that has begun is recorded, and a recorded one corrected. */
export function recording(
  frame: Frame,
  meeting: MeetingRow,
  now: Temporal.Instant,
  state: FormState,
): SafeHtml | string {
  const { t } = frame
  if (meeting.state === 'cancelled') return ''
  if (meeting.state !== 'scheduled')
    return html`<details ${state.problems.length > 0 ? html`open` : ''}>
      <summary>${t('meetings.record.correct')}</summary>
      ${form(frame, meeting, 'correction', state)}
    </details>`
  if (Temporal.Instant.compare(now, meeting.startsAt) < 0)
    return html`<p>${t('meetings.record.later')}</p>`
  return html`<section class="panel" aria-labelledby="record">
    <h2 id="record">${t('meetings.record.title')}</h2>
    ${form(frame, meeting, 'record', state)}
  </section>`
}

/** Everyone is taken to have been there until somebody says otherwise. */
function form(
  frame: Frame,
  meeting: MeetingRow,
  action: 'record' | 'correction',
  state: FormState,
): SafeHtml {
  const { t } = frame
  const chosen = new Set(many(state.values, 'attendance'))
  const wasChosen = (id: string, { attendance }: { attendance: string }) =>
    attendances.find((one) => chosen.has(`${id}:${one}`)) ??
    (attendance === 'unknown' ? 'present' : attendance)
  return html`<form method="post" action="/meetings/${meeting.id}/${action}" novalidate>
    ${formToken(frame)} <input type="hidden" name="version" value="${meeting.version}" />
    ${fieldGroup(
      t,
      state,
      { name: 'attendance', label: t('meetings.record.who') },
      html`${meeting.participants.map(
        (person) =>
          html`<div class="form-group">
            <label class="form-label" for="${`was-${person.id}`}"><bdi>${person.name}</bdi></label>
            <select class="form-select" id="${`was-${person.id}`}" name="attendance">
              ${options(
                {
                  choices: attendances.map((value) => ({
                    value: `${person.id}:${value}`,
                    label: t.dynamic(`meetings.attendance.${value}`),
                  })),
                },
                `${person.id}:${wasChosen(person.id, person)}`,
              )}
            </select>
          </div>`,
      )}`,
    )}
    ${textField(
      t,
      {
        ...state,
        values: {
          minutes: String(meeting.actualMinutes ?? plannedMinutes(meeting)),
          ...state.values,
        },
      },
      { name: 'minutes', label: t('meetings.record.minutes'), type: 'number' },
    )}
    <div id="field-agreements">
      ${meeting.matches.map((match) => agreement(frame, meeting, match, state))}
    </div>
    <button class="button button-primary" type="submit">${t('meetings.record.save')}</button>
  </form>`
}

function agreement(
  frame: Frame,
  meeting: MeetingRow,
  match: MeetingRow['matches'][number],
  state: FormState,
): SafeHtml {
  const { t } = frame
  const agreed = match.agreed.map(({ topic }) => `${match.id}:${topic}`)
  const ticked = state.problems.length > 0 ? many(state.values, 'agreement') : agreed
  // The first meeting of a pair is where they agree on something.
  const isExpected = meeting.type === 'match_meeting' && meeting.matches.length === 1
  const { mentorName: mentor, menteeName: mentee } = match
  return html`<details ${isExpected || ticked.length > 0 ? html`open` : ''}>
    <summary>${t('meetings.record.agreed', { mentor, mentee })}</summary>
    <div class="choices">
      ${topics.map((topic) => {
        const value = `${match.id}:${topic}`
        return html`<div class="form-group-checkbox">
          <input
            class="form-checkbox"
            type="checkbox"
            id="${`agreed-${match.id}-${topic}`}"
            name="agreement"
            value="${value}"
            ${ticked.includes(value) ? html`checked` : ''}
          />
          <label class="form-label" for="${`agreed-${match.id}-${topic}`}"
            >${t.dynamic(`topic.${topic}` as MessageKey)}</label
          >
        </div>`
      })}
    </div>
  </details>`
}

const attendances = ['present', 'absent', 'absent_excused'] as const

function plannedMinutes({ startsAt, endsAt }: MeetingRow): number {
  return Math.round(startsAt.until(endsAt).total('minutes'))
}
