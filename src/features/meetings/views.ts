import { formatList, formatMoment, formatTime } from '../../locales/format.ts'
import type { MessageKey, Translate } from '../../locales/translate.ts'
import {
  errorSummary,
  type FormState,
  fieldGroup,
  formTitle,
  radioGroup,
  selectField,
  textField,
} from '../../web/form-parts.ts'
import { many, one } from '../../web/form.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, notShown, page } from '../../web/layout.ts'
import { topics } from '../people/topics.ts'
import type { MeetingRow } from './sql.ts'

export interface PlanPage {
  matches: { id: string; mentorName: string; menteeName: string }[]
  chosen: readonly string[]
  sites: { id: string; name: string; address: string }[]
  slots: { startsAt: Temporal.Instant; notFree: string[] }[]
  state: FormState
}

export function planPage(frame: Frame, plan: PlanPage): string {
  const { t } = frame
  const { state } = plan
  const title = t('meetings.plan.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        matchIds: 'meetings.plan.who',
        siteId: 'meetings.plan.site',
        startsAt: 'meetings.plan.when',
        minutes: 'meetings.plan.minutes',
      })}
      ${chooseMatches(t, plan)} ${plan.chosen.length === 0 ? '' : chooseTime(frame, plan)}`,
  )
}

/** The coordinator chooses the matches first; the suggested times follow from that. */
function chooseMatches(t: Translate, { matches, chosen }: PlanPage): SafeHtml {
  if (matches.length === 0) return html`<p>${t('matches.empty')}</p>`
  return html`<form method="get" action="/meetings/new">
    <fieldset class="form-group" id="field-matchIds">
      <legend class="form-label">${t('meetings.plan.who')}</legend>
      <span class="form-hint">${t('meetings.plan.whoHint')}</span>
      <div class="choices">
        ${matches.map(
          (match) =>
            html`<div class="form-group-checkbox">
              <input
                class="form-checkbox"
                type="checkbox"
                id="match-${match.id}"
                name="match"
                value="${match.id}"
                ${chosen.includes(match.id) ? html`checked` : ''}
              />
              <label class="form-label" for="match-${match.id}"
                ><bdi>${match.mentorName}</bdi> + <bdi>${match.menteeName}</bdi></label
              >
            </div>`,
        )}
      </div>
    </fieldset>
    <button class="button button-secondary" type="submit">${t('meetings.plan.findTimes')}</button>
  </form>`
}

function chooseTime(frame: Frame, plan: PlanPage): SafeHtml {
  const { t } = frame
  const free = plan.slots.filter((slot) => slot.notFree.length === 0)
  return html`<h2>${t('meetings.plan.when')}</h2>
    ${free.length === 0 ? nearMisses(t, plan.slots) : timeForm(frame, plan, free)}`
}

/** When no time suits everyone: the nearest times, with the people who would have to make room. */
function nearMisses(t: Translate, slots: PlanPage['slots']): SafeHtml {
  return html`<p role="status">${t('meetings.plan.noCommonTime')}</p>
    <ul>
      ${slots.map(
        (slot) =>
          html`<li>
            ${t('meetings.plan.slotMissing', {
              at: formatMoment(t.locale, slot.startsAt),
              names: formatList(t.locale, slot.notFree),
            })}
          </li>`,
      )}
    </ul>`
}

function timeForm(frame: Frame, plan: PlanPage, slots: PlanPage['slots']): SafeHtml {
  const { t } = frame
  const { chosen, sites, state } = plan
  return html`<form method="post" action="/meetings" novalidate>
    ${formToken(frame)}
    ${chosen.map((id) => html`<input type="hidden" name="match" value="${id}" />`)}
    ${radioGroup(t, state, {
      name: 'startsAt',
      label: t('meetings.plan.times'),
      choices: slots.map(({ startsAt }) => ({
        value: startsAt.toString(),
        label: formatMoment(t.locale, startsAt),
      })),
    })}
    ${selectField(t, state, {
      name: 'siteId',
      label: t('meetings.plan.site'),
      choices: sites.map(({ id, name, address }) => ({
        value: id,
        label: `${name}, ${address}`,
        lang: 'da',
      })),
    })}
    ${textField(t, state, { name: 'minutes', label: t('meetings.plan.minutes'), type: 'number' })}
    <button class="button button-primary" type="submit">${t('meetings.plan.send')}</button>
  </form>`
}

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
        ${t('meetings.mail.fromTo', {
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
