import type { EnrolmentState } from '../../../../db/types.ts'
import { formatDay, formatMoment } from '../../../../locales/format.ts'
import { zone } from '../../../../locales/zone.ts'
import type { PublicTranslate, Translate } from '../../../../locales/translate.ts'
import type { Frame } from '../../../../web/frame.ts'
import { html, type SafeHtml } from '../../../../web/html.ts'
import { formToken } from '../../../../web/layout.ts'
import type { findOpenQuestion, listRequirementStatus, readInterview, RoleRow } from './sql.ts'

export interface Progress {
  roles: RoleRow[]
  requirements: Awaited<ReturnType<typeof listRequirementStatus>>
  interview: Awaited<ReturnType<typeof readInterview>>
  question: Awaited<ReturnType<typeof findOpenQuestion>>
  /** Whether the person is in a pair that is not over. */
  hasPair: boolean
  now: Temporal.Instant
}

interface Mentor {
  id: string
  role: 'mentor' | 'mentee'
  state: EnrolmentState
}

/** A mentor's interview and requirements, with the next step as a button. */
export function progressSection(
  t: Translate,
  mentor: Mentor,
  progress: Progress,
): SafeHtml | string {
  if (mentor.role !== 'mentor') return ''
  const step = nextStep(mentor, progress)
  if (step === undefined && progress.requirements.length === 0 && !progress.interview) return ''
  return html`<section class="panel" aria-labelledby="standing">
    <h2 id="standing">${t('requirements.section')}</h2>
    ${interviewLine(t, progress.interview)} ${requirementList(t, progress)}
    ${
      step === undefined
        ? ''
        : html`<p>
            <a class="button button-primary" href="/people/${mentor.id}/${step.path}"
              >${t(step.label)}</a
            >
          </p>`
    }
  </section>`
}

function nextStep({ state }: Mentor, progress: Progress) {
  if (state === 'registered')
    return { path: 'interview', label: 'requirements.interview.book' } as const
  if (state === 'interview_booked') {
    const { interview, now } = progress
    if (!interview) return { path: 'interview', label: 'requirements.interview.book' } as const
    const hasBegun = Temporal.Instant.compare(interview.startsAt, now) <= 0
    const label = hasBegun ? 'requirements.interview.toRecord' : 'requirements.interview.toMove'
    return { path: 'interview', label } as const
  }
  const canRecord = progress.requirements.some(({ kind }) => kind !== 'interview')
  if (!canRecord || state === 'rejected' || state === 'left') return undefined
  return { path: 'requirements', label: 'requirements.record.title' } as const
}

export function interviewLine(
  t: PublicTranslate,
  interview:
    | {
        startsAt: Temporal.Instant
        siteName: string
        decision: string | null
        reason?: string | null
      }
    | undefined,
): SafeHtml | string {
  if (interview === undefined) return ''
  const { startsAt, siteName, decision, reason = null } = interview
  const when = { when: formatMoment(t.locale, startsAt), where: siteName }
  if (decision === null) return html`<p>${t('requirements.interview.booked', when)}</p>`
  const outcome =
    decision === 'selected' ? 'requirements.decision.selected' : 'requirements.decision.rejected'
  return html`<p>
    ${t('requirements.interview.held', when)} ${t(outcome)}
    ${reason === null ? '' : html`– <bdi>${reason}</bdi>`}
  </p>`
}

function requirementList(t: Translate, progress: Progress): SafeHtml | string {
  const { interview, now } = progress
  const isBooked = interview !== undefined && interview.decision === null
  // A booked interview is shown in the line above, not as missing.
  const requirements = progress.requirements.filter(({ kind }) => kind !== 'interview' || !isBooked)
  if (requirements.length === 0) return ''
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  return html`<dl>
    ${requirements.map(
      (requirement) =>
        html`<dt id="field-${requirement.kind}">
            ${t.dynamic(`requirements.kind.${requirement.kind}`)}
          </dt>
          <dd>${statusOf(t, requirement, today)}</dd>`,
    )}
  </dl>`
}

export function statusOf(
  t: PublicTranslate,
  { metOn, expiresOn }: { metOn: Temporal.PlainDate | null; expiresOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): SafeHtml | string {
  if (metOn === null) return html`<strong>${t('requirements.status.missing')}</strong>`
  const met = formatDay(t.locale, metOn)
  if (expiresOn === null) return t('requirements.status.met', { met })
  const until = formatDay(t.locale, expiresOn)
  if (Temporal.PlainDate.compare(expiresOn, today) < 0)
    return html`<strong>${t('requirements.status.expired', { until })}</strong>`
  return t('requirements.status.metUntil', { met, until })
}

/** Buttons for an answer to "still interested?" by phone. */
export function questionSection(
  frame: Frame,
  person: { id: string },
  { question }: Progress,
): SafeHtml | string {
  if (question === undefined) return ''
  const { t } = frame
  const asked = { day: formatDay(t.locale, question.askedAt) }
  return html`<section class="panel" aria-labelledby="question">
    <h2 id="question">${t('reconfirm.heading')}</h2>
    <p>${question.byMail ? t('reconfirm.asked', asked) : t('reconfirm.phone')}</p>
    <form method="post" action="/people/${person.id}/reconfirmation" class="actions">
      ${formToken(frame)}
      <button class="button button-primary" type="submit" name="answer" value="yes">
        ${t('reconfirm.yes')}
      </button>
      <button class="button button-secondary" type="submit" name="answer" value="no">
        ${t('reconfirm.no')}
      </button>
    </form>
  </section>`
}
