import type { EnrolmentRole, EnrolmentState } from '../../../../db/types.ts'
import { formatDay } from '../../../../locales/format.ts'
import type { MessageKey, Translate } from '../../../../locales/translate.ts'
import { one } from '../../../../web/form.ts'
import { errorSummary, type FormState, formTitle, textField } from '../../../../web/form-parts.ts'
import type { Frame } from '../../../../web/frame.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import { formToken, page } from '../../../../web/layout.ts'
import { isContact, movesByHand, needsReason } from '../../transitions/lifecycle.ts'
import { pairChoice } from '../../transitions/pair-choice.ts'
import { profileSection } from './facts.ts'
import { reasonText } from './reason-text.ts'
import type { listTransitions, readEnrolment, RoleRow } from './sql.ts'
import { questionSection, type Progress, progressSection } from './progress.ts'

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>

export function roleName(t: Translate, role: EnrolmentRole): string {
  return t.dynamic(`people.role.${role}`)
}

function stateName(t: Translate, state: EnrolmentState): string {
  return t.dynamic(`people.state.${state}`)
}

/** The state, with the end of a pause. */
export function stateUntil(
  t: Translate,
  { state, pausedUntil }: { state: EnrolmentState; pausedUntil: Temporal.PlainDate | null },
): string {
  return pausedUntil === null
    ? stateName(t, state)
    : t('people.state.pausedUntil', { day: formatDay(t.locale, pausedUntil) })
}

export function enrolmentPage(
  frame: Frame,
  person: Rows<typeof readEnrolment>,
  transitions: Rows<typeof listTransitions>,
  progress: Progress,
  state: FormState,
): string {
  const { t } = frame
  return page(
    frame,
    formTitle(t, state, person.name),
    html`<h1><bdi>${person.name}</bdi></h1>
      ${errorSummary(t, state, {
        reason: 'people.move.reason',
        to: 'people.move.title',
        until: 'people.pause.until',
        pair: 'pair.question',
      })}
      <p class="font-lead">
        ${roleName(t, person.role)} – ${stateUntil(t, person)}
        (${t('people.page.since', { day: formatDay(t.locale, person.stateSince) })})
      </p>
      ${progressSection(t, person, progress)} ${questionSection(frame, person, progress)}
      ${moveForms(frame, person, progress.hasPair, state)}
      ${rolesSection(frame, person, progress.roles)} ${profileSection(t, person)}
      <h2>${t('people.page.history')}</h2>
      <ol>
        ${transitions.map(
          (step) =>
            html`<li>
              ${formatDay(t.locale, step.at)}: ${stateName(t, step.toState)}
              ${step.reason === null ? '' : html`– <bdi>${reasonText(t, step.reason)}</bdi>`}
            </li>`,
        )}
      </ol>
      <h2>${t('people.page.more')}</h2>
      <ul>
        <li><a href="/people/${person.id}/letters">${t('letters.title')}</a></li>
        <li><a href="/mail?person=${person.personId}">${t('mail.ofPerson')}</a></li>
        <li><a href="/people/${person.id}/privacy">${t('privacy.link')}</a></li>
        <li><a href="/people/${person.id}/concern">${t('concerns.desk.title')}</a></li>
        <li><a href="/audit?person=${person.personId}">${t('audit.ofPerson')}</a></li>
      </ul>`,
  )
}

/** The person's other roles, and a button to add one. */
function rolesSection(
  frame: Frame,
  person: Rows<typeof readEnrolment>,
  roles: RoleRow[],
): SafeHtml {
  const { t } = frame
  const others = roles.filter(({ id }) => id !== person.id)
  const other = person.role === 'mentor' ? 'mentee' : 'mentor'
  const hasBoth = roles.some(
    (role) => role.role === other && role.programmeId === person.programmeId,
  )
  return html`${
    others.length === 0
      ? ''
      : html`<h2>${t('people.roles.title')}</h2>
          <ul>
            ${others.map(
              (role) =>
                html`<li>
                  <a href="/people/${role.id}"
                    >${roleName(t, role.role)} – ${stateName(t, role.state)}</a
                  >
                </li>`,
            )}
          </ul>`
  }
  ${
    hasBoth || isContact(person.state)
      ? ''
      : html`<form method="post" action="/people/${person.id}/roles">
          ${formToken(frame)}
          <button class="button button-secondary" type="submit" name="role" value="${other}">
            ${t(`people.roles.add.${other}`)}
          </button>
        </form>`
  }`
}

function moveForms(
  frame: Frame,
  person: Rows<typeof readEnrolment>,
  hasPair: boolean,
  state: FormState,
): SafeHtml | string {
  const { t } = frame
  const reachable = movesByHand(person.role, person.state)
  // Pauses and interviews have forms of their own, because they take a date.
  const moves = reachable.filter((to) => to !== 'paused' && to !== 'interview_booked')
  if (moves.length === 0 && !isContact(person.state)) return ''
  return html`<section class="panel" aria-labelledby="next">
    <h2 id="next">${t('people.move.title')}</h2>
    ${
      isContact(person.state)
        ? html`<p>
            <a class="button button-primary" href="/people/${person.id}/registration"
              >${t('people.move.register')}</a
            >
          </p>`
        : ''
    }
    ${
      moves.length === 0
        ? ''
        : html`<form method="post" action="/people/${person.id}/moves">
            ${formToken(frame)}
            ${
              moves.some(needsReason)
                ? textField(t, state, {
                    name: 'reason',
                    label: t('people.move.reason'),
                    hint: `${t('people.move.reasonHint')} ${t('people.freeText')}`,
                    maxLength: 280,
                  })
                : ''
            }
            ${moves.includes('left') ? html`<p>${t('people.move.leftMeans')}</p>` : ''}
            <div class="actions">
              ${moves.map(
                (to) =>
                  html`<button
                    class="button ${isUsual(to) ? 'button-primary' : 'button-secondary'}"
                    type="submit"
                    name="to"
                    value="${to}"
                  >
                    ${t.dynamic(`people.move.${to}` as MessageKey)}
                  </button>`,
              )}
            </div>
          </form>`
    }
    ${reachable.includes('paused') ? pauseForm(frame, person, hasPair, state) : ''}
  </section>`
}

/** The most common step, shown as the primary button. */
function isUsual(to: EnrolmentState): boolean {
  return !needsReason(to) && to !== 'interviewed'
}

function pauseForm(
  frame: Frame,
  person: { id: string },
  hasPair: boolean,
  state: FormState,
): SafeHtml {
  const { t } = frame
  const isMeant = one(state.values, 'to') === 'paused'
  return html`<details ${isMeant ? html`open` : ''}>
    <summary>${t('people.move.paused')}</summary>
    <form method="post" action="/people/${person.id}/moves" novalidate>
      ${formToken(frame)}
      ${textField(t, state, {
        name: 'until',
        label: t('people.pause.until'),
        hint: t('people.pause.hint'),
        type: 'date',
      })}
      ${hasPair ? pairChoice(t, state) : ''}
      <button class="button button-primary" type="submit" name="to" value="paused">
        ${t('people.move.paused')}
      </button>
    </form>
  </details>`
}
