import { formatDay, formatMoment } from '../../locales/format.ts'
import { zone } from '../../locales/zone.ts'
import type { Translate } from '../../locales/translate.ts'
import {
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textArea,
  textField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, notShown, page } from '../../web/layout.ts'
import type { ReadConcern } from './read-concern.ts'
import type { ConcernRow, listConcerns } from './sql.ts'

export function concernsPage(
  frame: Frame,
  concerns: Awaited<ReturnType<typeof listConcerns>>,
): string {
  const { t } = frame
  const title = t('concerns.title')
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">${t('concerns.lead')}</p>
      ${
        concerns.count === 0
          ? html`<p>${t('concerns.empty')}</p>`
          : html`<ul class="card-list nobullet-list no-max-width">
                ${concerns.rows.map(
                  (concern) =>
                    html`<li class="panel">
                      <h2 class="h3">
                        <a href="/concerns/${concern.id}"
                          >${formatMoment(t.locale, concern.reportedAt)}</a
                        >
                      </h2>
                      <p>${about(t, concern)} – ${t(`concerns.state.${concern.state}`)}</p>
                    </li>`,
                )}
              </ul>
              ${notShown(t, concerns.count - concerns.rows.length)}`
      }`,
  )
}

/** Whom it is about, as far as they are still known. */
function about(t: Translate, concern: ConcernRow): SafeHtml {
  const { mentorName, menteeName, personName, meetingStartsAt } = concern
  const parts = [
    ...(mentorName === null || menteeName === null
      ? []
      : [html`<bdi>${mentorName}</bdi> + <bdi>${menteeName}</bdi>`]),
    ...(personName === null || mentorName !== null ? [] : [html`<bdi>${personName}</bdi>`]),
    ...(meetingStartsAt === null
      ? []
      : [html`${t('concerns.ofMeeting', { at: formatMoment(t.locale, meetingStartsAt) })}`]),
  ]
  return parts.length === 0
    ? html`${t('concerns.ofNobody')}`
    : html`${parts.map((part, at) => html`${at === 0 ? '' : ', '}${part}`)}`
}

function reporter(t: Translate, { reporterName, colleagueName }: ConcernRow): SafeHtml {
  if (reporterName !== null) return html`${t('concerns.by.person')}: <bdi>${reporterName}</bdi>`
  return colleagueName === null
    ? html`${t('concerns.by.gone')}`
    : html`${t('concerns.by.colleague')}: <bdi>${colleagueName}</bdi>`
}

/** A concern for its readers: the text, what was done, and what they can do. */
export function concernPage(
  frame: Frame,
  concern: ReadConcern,
  now: Temporal.Instant,
  state: FormState,
): string {
  const { t } = frame
  const title = t('concerns.page.title', { at: formatMoment(t.locale, concern.reportedAt) })
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        kind: 'concerns.step.kind',
        text: 'concerns.step.text',
        happenedOn: 'concerns.step.day',
      })}
      <p class="font-lead">${about(t, concern)} – ${t(`concerns.state.${concern.state}`)}</p>
      <p>${reporter(t, concern)}</p>
      <blockquote dir="auto">${concern.text}</blockquote>
      <h2>${t('concerns.steps.title')}</h2>
      ${
        concern.steps.length === 0
          ? html`<p>${t('concerns.steps.none')}</p>`
          : html`<ol>
              ${concern.steps.map(
                (step) =>
                  html`<li>
                    <strong>${t(`concerns.step.${step.kind}`)}</strong>,
                    ${formatDay(t.locale, step.happenedOn)}
                    ${step.colleagueName === null ? '' : html`(<bdi>${step.colleagueName}</bdi>)`}
                    ${step.text === null ? '' : html`<p dir="auto">${step.text}</p>`}
                  </li>`,
              )}
            </ol>`
      }
      ${haltForm(frame, concern)} ${stepForm(frame, concern, now, state)}
      <p><a href="/concerns">${t('concerns.all')}</a></p>`,
  )
}

/** Halts the pair's meetings, or says since when they are. */
function haltForm(frame: Frame, { id, matchId, haltedAt }: ReadConcern): SafeHtml | string {
  const { t } = frame
  if (haltedAt !== null)
    return html`<p>${t('concerns.halted', { at: formatMoment(t.locale, haltedAt) })}</p>`
  if (matchId === null) return ''
  return html`<form method="post" action="/concerns/${id}/halt">
    ${formToken(frame)}
    <p>${t('concerns.halt.text')}</p>
    <button class="button button-secondary" type="submit">${t('concerns.halt.do')}</button>
  </form>`
}

function stepForm(
  frame: Frame,
  { id, state: was }: ReadConcern,
  now: Temporal.Instant,
  state: FormState,
): SafeHtml {
  const { t } = frame
  const kinds =
    was === 'closed' ? (['reopened'] as const) : (['done', 'authority_notified', 'closed'] as const)
  const today = now.toZonedDateTimeISO(zone).toPlainDate().toString()
  const shown = { ...state, values: { happenedOn: today, ...state.values } }
  return html`<section class="panel" aria-labelledby="step">
    <h2 id="step">${t('concerns.step.title')}</h2>
    <form method="post" action="/concerns/${id}/steps" novalidate>
      ${formToken(frame)}
      ${selectField(t, shown, {
        name: 'kind',
        label: t('concerns.step.kind'),
        hint: t('concerns.step.hint'),
        choices: kinds.map((kind) => ({ value: kind, label: t(`concerns.step.${kind}`) })),
      })}
      ${textField(t, shown, {
        name: 'happenedOn',
        label: t('concerns.step.day'),
        type: 'date',
        required: true,
      })}
      ${textArea(t, shown, { name: 'text', label: t('concerns.step.text'), maxLength: 4000, required: true })}
      <button class="button button-primary" type="submit">${t('concerns.step.save')}</button>
    </form>
  </section>`
}
