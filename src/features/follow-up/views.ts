import { formatDay } from '../../locales/format.ts'
import {
  checkbox,
  errorSummary,
  type FormState,
  formTitle,
  radioGroup,
  textField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import type { FollowUpPlan } from '../programmes/schema.ts'
import type { CheckInRow } from './check-ins/sql.ts'
import { howItGoes, type RiskCode, spokenWith, ways } from './schema.ts'
import type { FollowUp } from './show-follow-up.ts'

export const planFields = [
  'firstContactHours',
  'contactWeeks',
  'contactMonths',
  'reviewWeeks',
  'decisionMonths',
] as const satisfies readonly (keyof FollowUpPlan)[]

/** Where a programme says when its pairs are contacted. */
export function planPage(frame: Frame, version: number, state: FormState): string {
  const { t } = frame
  const title = t('followUp.plan.title')
  const labels = Object.fromEntries(
    planFields.map((field) => [field, `followUp.plan.${field}`] as const),
  ) as Record<(typeof planFields)[number], `followUp.plan.${(typeof planFields)[number]}`>
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, labels)}
      <p class="font-lead">${t('followUp.plan.lead')}</p>
      <form method="post" action="/programme/follow-up" novalidate>
        ${formToken(frame)}
        <input type="hidden" name="version" value="${version}" />
        ${planFields.map((name) =>
          textField(t, state, { name, label: t(labels[name]), type: 'number', required: true }),
        )}
        ${checkbox(t, state, {
          name: 'asksToGoOn',
          label: t('followUp.plan.asksToGoOn'),
          hint: t('followUp.plan.asksToGoOnHint'),
        })}
        <button class="button button-primary" type="submit">${t('followUp.save')}</button>
      </form>`,
  )
}

/** How a pair is followed up, and where a coordinator writes what was heard. */
export function checkInsPage(frame: Frame, view: FollowUp, state: FormState): string {
  const { t } = frame
  const { pair } = view
  const title = t('followUp.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>
        ${title}:
        <a href="/matches/${pair.id}"
          ><bdi>${pair.mentorName}</bdi> + <bdi>${pair.menteeName}</bdi></a
        >
      </h1>
      ${errorSummary(t, state, {
        with: 'followUp.with',
        way: 'followUp.way',
        goes: 'followUp.goes',
        happenedOn: 'followUp.happenedOn',
        note: 'followUp.note',
      })}
      ${riskList(frame, view.risks)} ${dueList(frame, view)}
      ${pair.state === 'closed' ? '' : checkInForm(frame, view, state)} ${checkInList(frame, view)}`,
  )
}

/** Why a pair is at risk, a sentence for each reason. */
function riskList({ t }: Frame, codes: readonly RiskCode[]): SafeHtml | string {
  if (codes.length === 0) return ''
  return html`<div class="alert alert-warning">
    <div class="alert-text">
      <ul class="nobullet-list">
        ${codes.map((code) => html`<li>${t(`followUp.risk.${code}`)}</li>`)}
      </ul>
    </div>
  </div>`
}

function dueList({ t }: Frame, { due, next, today }: FollowUp): SafeHtml | string {
  const lines = due.map(({ kind, dueBy }) => {
    const isOver = Temporal.PlainDate.compare(dueBy, today) < 0
    return html`<li>
      ${t(`followUp.check.${kind}`)}
      ${t(isOver ? 'tasks.since' : 'tasks.by', { day: formatDay(t.locale, dueBy) })}
    </li>`
  })
  const coming =
    next === undefined
      ? ''
      : html`<p>
          ${t('followUp.next', {
            check: t(`followUp.check.${next.kind}`),
            day: formatDay(t.locale, next.dueFrom),
          })}
        </p>`
  return html`${
    lines.length === 0
      ? ''
      : html`<h2>${t('followUp.due')}</h2>
          <ul>
            ${lines}
          </ul>`
  }
  ${coming}`
}

function checkInForm(frame: Frame, { pair, today }: FollowUp, state: FormState): SafeHtml {
  const { t } = frame
  const values = { with: 'both', way: 'phone', happenedOn: today.toString(), ...state.values }
  const typed = { ...state, values }
  return html`<section class="panel" aria-labelledby="check-in">
    <h2 id="check-in">${t('followUp.record')}</h2>
    <form method="post" action="/matches/${pair.id}/check-ins" novalidate>
      ${formToken(frame)}
      ${radioGroup(t, typed, {
        name: 'with',
        label: t('followUp.with'),
        choices: spokenWith.map((value) => ({
          value,
          label:
            value === 'both'
              ? t('followUp.with.both')
              : value === 'mentor'
                ? pair.mentorName
                : pair.menteeName,
        })),
      })}
      ${radioGroup(t, typed, {
        name: 'way',
        label: t('followUp.way'),
        choices: ways.map((value) => ({ value, label: t(`followUp.way.${value}`) })),
      })}
      ${radioGroup(t, typed, {
        name: 'goes',
        label: t('followUp.goes'),
        choices: howItGoes.map((value) => ({ value, label: t(`followUp.goes.${value}`) })),
      })}
      ${textField(t, typed, { name: 'happenedOn', label: t('followUp.happenedOn'), type: 'date' })}
      ${textField(t, typed, {
        name: 'note',
        label: t('followUp.note'),
        hint: t('followUp.noteHint'),
        maxLength: 500,
      })}
      <button class="button button-primary" type="submit">${t('followUp.save')}</button>
    </form>
  </section>`
}

function checkInList({ t }: Frame, { pair, checkIns }: FollowUp): SafeHtml | string {
  if (checkIns.length === 0) return ''
  const whom = ({ mentorId, menteeId }: CheckInRow) =>
    menteeId === null
      ? html`<bdi>${pair.mentorName}</bdi>`
      : mentorId === null
        ? html`<bdi>${pair.menteeName}</bdi>`
        : t('followUp.with.both')
  return html`<h2>${t('followUp.heard')}</h2>
    <ul>
      ${checkIns.map(
        (checkIn) =>
          html`<li>
            ${formatDay(t.locale, checkIn.happenedOn)}: ${whom(checkIn)},
            ${t(`followUp.way.${checkIn.way}`)}. ${t(`followUp.goes.${checkIn.goes}`)}.
            ${checkIn.note === null ? '' : html`<q lang="da" dir="auto">${checkIn.note}</q>`}
          </li>`,
      )}
    </ul>`
}
