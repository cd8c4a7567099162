import type { listSites } from '../../db/sites.ts'
import { formatMoment } from '../../locales/format.ts'
import { zone } from '../../locales/zone.ts'
import {
  checkboxGroup,
  errorSummary,
  type FormState,
  formTitle,
  radioGroup,
  selectField,
  textField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import { recordableKinds, requirementKinds } from './schema.ts'
import type { findBookedInterview, listStanding, readMentor } from './sql.ts'

type Rows<Read extends (...args: never[]) => Promise<unknown>> = Awaited<ReturnType<Read>>

export function requirementsPage(
  frame: Frame,
  { lacking, state }: { lacking: number; state: FormState },
): string {
  const { t } = frame
  const title = t('requirements.settings.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        required: 'requirements.settings.kinds',
        'months-introductory_course': 'requirements.kind.introductory_course',
        'months-confidentiality': 'requirements.kind.confidentiality',
        'months-children_certificate': 'requirements.kind.children_certificate',
        'months-consent': 'requirements.kind.consent',
        afterDays: 'reconfirm.settings.after',
        answerDays: 'reconfirm.settings.answer',
      })}
      <p class="font-lead">${t('requirements.settings.lead')}</p>
      ${lacking === 0 ? '' : html`<p><strong>${t('requirements.settings.lacking', { count: lacking })}</strong></p>`}
      ${requirementsForm(frame, state)}
      <h2>${t('reconfirm.settings.title')}</h2>
      <p>${t('reconfirm.settings.lead')}</p>
      <form method="post" action="/programme/reconfirmation" novalidate>
        ${formToken(frame)}
        ${textField(t, state, { name: 'afterDays', label: t('reconfirm.settings.after'), type: 'number' })}
        ${textField(t, state, { name: 'answerDays', label: t('reconfirm.settings.answer'), type: 'number' })}
        <button class="button button-primary" type="submit">${t('requirements.save')}</button>
      </form>`,
  )
}

function requirementsForm(frame: Frame, state: FormState): SafeHtml {
  const { t } = frame
  return html`<form method="post" action="/programme/requirements" novalidate>
    ${formToken(frame)}
    ${checkboxGroup(t, state, {
      name: 'required',
      label: t('requirements.settings.kinds'),
      hint: t('requirements.settings.kindsHint'),
      choices: requirementKinds.map((kind) => ({
        value: kind,
        label: t.dynamic(`requirements.kind.${kind}`),
      })),
    })}
    <h2>${t('requirements.settings.lasting')}</h2>
    <p>${t('requirements.settings.lastingHint')}</p>
    ${recordableKinds.map((kind) =>
      textField(t, state, {
        name: `months-${kind}`,
        label: t('requirements.settings.months', { kind: t.dynamic(`requirements.kind.${kind}`) }),
        type: 'number',
      }),
    )}
    <button class="button button-primary" type="submit">${t('requirements.save')}</button>
  </form>`
}

/** Recording that a mentor meets something: the days, and nothing else. */
export function requirementPage(
  frame: Frame,
  view: {
    mentor: Rows<typeof readMentor>
    standing: Rows<typeof listStanding>
    today: Temporal.PlainDate
    state: FormState
  },
): string {
  const { t } = frame
  const { mentor, standing } = view
  const kinds = standing.filter(({ kind }) => kind !== 'interview')
  const first = kinds.find(({ missing }) => missing) ?? kinds[0]
  const suggested = { kind: first?.kind, metOn: view.today.toString() }
  const state = { ...view.state, values: { ...suggested, ...view.state.values } }
  return page(
    frame,
    formTitle(t, state, t('requirements.record.title')),
    html`<h1>${t('requirements.record.title')}: <bdi>${mentor.name}</bdi></h1>
      ${errorSummary(t, state, {
        kind: 'requirements.record.kind',
        metOn: 'requirements.record.metOn',
        expiresOn: 'requirements.record.expiresOn',
      })}
      <p class="font-lead">${t('requirements.record.lead')}</p>
      ${
        kinds.length === 0
          ? html`<p>${t('requirements.record.none')}</p>`
          : html`<form method="post" action="/people/${mentor.id}/requirements" novalidate>
              ${formToken(frame)}
              ${selectField(t, state, {
                name: 'kind',
                label: t('requirements.record.kind'),
                choices: kinds.map(({ kind }) => ({
                  value: kind,
                  label: t.dynamic(`requirements.kind.${kind}`),
                })),
              })}
              ${textField(t, state, { name: 'metOn', label: t('requirements.record.metOn'), type: 'date' })}
              ${textField(t, state, {
                name: 'expiresOn',
                label: t('requirements.record.expiresOn'),
                hint: t('requirements.record.expiresHint'),
                type: 'date',
              })}
              <button class="button button-primary" type="submit">${t('requirements.save')}</button>
            </form>`
      }
      ${back(frame, mentor)}`,
  )
}

interface InterviewView {
  mentor: Rows<typeof readMentor>
  booked: Rows<typeof findBookedInterview>
  sites: Rows<typeof listSites>
  now: Temporal.Instant
  state: FormState
}

/** One interview: booked, moved, called off, or recorded once it has begun. */
export function interviewPage(frame: Frame, view: InterviewView): string {
  const { t } = frame
  const { mentor, booked, state } = view
  const canBook = mentor.state === 'registered' || mentor.state === 'interview_booked'
  const hasBegun = booked !== undefined && Temporal.Instant.compare(booked.startsAt, view.now) <= 0
  return page(
    frame,
    formTitle(t, state, t('requirements.interview.title')),
    html`<h1>${t('requirements.interview.title')}: <bdi>${mentor.name}</bdi></h1>
      ${errorSummary(t, state, {
        startsAt: 'requirements.interview.startsAt',
        siteId: 'requirements.interview.site',
        decision: 'requirements.interview.decision',
        reason: 'people.move.reason',
      })}
      ${
        booked === undefined
          ? html`<p class="font-lead">${t('requirements.interview.lead')}</p>`
          : html`<p class="font-lead">
              ${t('requirements.interview.booked', {
                when: formatMoment(t.locale, booked.startsAt),
                where: booked.siteName,
              })}
            </p>`
      }
      ${canBook ? '' : html`<p>${t('requirements.interview.past')}</p>`}
      ${booked === undefined || hasBegun ? '' : html`<p>${t('requirements.interview.notYet')}</p>`}
      ${canBook && hasBegun ? recordForm(frame, view) : ''} ${canBook ? bookForm(frame, view) : ''}
      ${canBook && booked !== undefined ? cancelForm(frame, mentor.id) : ''} ${back(frame, mentor)}`,
  )
}

function recordForm(frame: Frame, { mentor, state }: InterviewView): SafeHtml {
  const { t } = frame
  return html`<section class="panel" aria-labelledby="record">
    <h2 id="record">${t('requirements.interview.record')}</h2>
    <form method="post" action="/people/${mentor.id}/interview/record" novalidate>
      ${formToken(frame)}
      ${radioGroup(t, state, {
        name: 'decision',
        label: t('requirements.interview.decision'),
        choices: (['selected', 'rejected'] as const).map((value) => ({
          value,
          label: t.dynamic(`requirements.decision.${value}`),
        })),
      })}
      ${textField(t, state, {
        name: 'reason',
        label: t('people.move.reason'),
        hint: `${t('people.move.reasonHint')} ${t('people.freeText')}`,
        maxLength: 280,
      })}
      <button class="button button-primary" type="submit">${t('requirements.save')}</button>
    </form>
  </section>`
}

function bookForm(frame: Frame, { mentor, booked, sites, state: typed }: InterviewView): SafeHtml {
  const { t } = frame
  const at = booked?.startsAt.toZonedDateTimeISO(zone).toPlainDateTime()
  const stored = { startsAt: at?.toString({ smallestUnit: 'minute' }), siteId: booked?.siteId }
  const state = { ...typed, values: { ...stored, ...typed.values } }
  return html`<section class="panel" aria-labelledby="book">
    <h2 id="book">
      ${t(booked === undefined ? 'requirements.interview.book' : 'requirements.interview.move')}
    </h2>
    <form method="post" action="/people/${mentor.id}/interview" novalidate>
      ${formToken(frame)}
      ${textField(t, state, {
        name: 'startsAt',
        label: t('requirements.interview.startsAt'),
        type: 'datetime-local',
      })}
      ${selectField(t, state, {
        name: 'siteId',
        label: t('requirements.interview.site'),
        choices: sites.map(({ id, name }) => ({ value: id, label: name })),
      })}
      <p>${t('requirements.interview.mailed')}</p>
      <button
        class="button ${booked === undefined ? 'button-primary' : 'button-secondary'}"
        type="submit"
      >
        ${t(booked === undefined ? 'requirements.interview.book' : 'requirements.interview.move')}
      </button>
    </form>
  </section>`
}

function cancelForm(frame: Frame, id: string): SafeHtml {
  return html`<form method="post" action="/people/${id}/interview/cancel">
    ${formToken(frame)}
    <button class="button button-secondary" type="submit">
      ${frame.t('requirements.interview.cancel')}
    </button>
  </form>`
}

function back(frame: Frame, mentor: { id: string; name: string }): SafeHtml {
  return html`<p>
    <a href="/people/${mentor.id}">${frame.t('requirements.back')} <bdi>${mentor.name}</bdi></a>
  </p>`
}
