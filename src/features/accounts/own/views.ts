import { encode } from 'uqr'
import { formatMoment } from '../../../locales/format.ts'
import { errorSummary, type FormState, formTitle, textField } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'
import { oidcButton } from '../oidc/views.ts'
import type { OwnSession } from '../sessions/read-own-session.ts'
import type { listSessions } from '../sessions/sql.ts'
import { mailChoices } from '../subscriptions/mail-choices.ts'
import { totpAddress } from '../second-factor/totp.ts'

export function confirmPage(
  frame: Frame,
  form: {
    next: string
    proof: 'code' | 'password' | undefined
    state: FormState
    /** The issuer's name, when the colleague may confirm there. */
    elsewhere: string | undefined
  },
): string {
  const { t } = frame
  const { state, proof, next, elsewhere } = form
  const title = t('account.confirm.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { proof: labelOf(proof) })}
      ${proof === undefined ? '' : proofForm(frame, { next, proof, state })}
      ${
        elsewhere === undefined
          ? ''
          : oidcButton(frame, { action: '/confirm/oidc', name: elsewhere, next })
      }`,
  )
}

function proofForm(
  frame: Frame,
  form: { next: string; proof: 'code' | 'password'; state: FormState },
): SafeHtml {
  const { t } = frame
  const { state, proof } = form
  return html`<p class="font-lead">
      ${proof === 'code' ? t('account.confirm.codeLead') : t('account.confirm.passwordLead')}
    </p>
    <form method="post" action="/confirm" novalidate>
      ${formToken(frame)}
      <input type="hidden" name="next" value="${form.next}" />
      ${textField(t, state, {
        name: 'proof',
        label: t(labelOf(proof)),
        ...(proof === 'code' ? { hint: t('account.confirm.codeHint') } : {}),
        type: proof === 'code' ? 'text' : 'password',
        autocomplete: proof === 'code' ? 'one-time-code' : 'current-password',
        required: true,
        maxLength: 128,
      })}
      ${submitButton(t('account.confirm.submit'))}
    </form>`
}

function labelOf(proof: 'code' | 'password' | undefined) {
  return proof === 'code' ? 'account.confirm.code' : 'account.password'
}

export function secondFactorPage(
  frame: Frame,
  shown: { email: string; secret: string | undefined; state: FormState },
): string {
  const { t } = frame
  const { email, secret, state } = shown
  const title = t('account.secondFactor.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { code: 'account.confirm.code' })}
      <p class="font-lead">${t('account.secondFactor.lead')}</p>
      ${secret === undefined ? begin(frame) : finish(frame, email, secret, state)}`,
  )
}

function begin(frame: Frame): SafeHtml {
  return html`<form method="post" action="/second-factor/new">
    ${formToken(frame)} ${submitButton(frame.t('account.secondFactor.begin'))}
  </form>`
}

function finish(frame: Frame, email: string, secret: string, state: FormState): SafeHtml {
  const { t } = frame
  return html`<ol>
      <li>${t('account.secondFactor.app')}</li>
      <li>
        ${t('account.secondFactor.key')}
        <p>${picture(totpAddress(email, secret), t('account.secondFactor.picture'))}</p>
        <p><code dir="ltr">${secret.match(/.{4}/g)!.join(' ')}</code></p>
        <p><a href="${totpAddress(email, secret)}">${t('account.secondFactor.open')}</a></p>
      </li>
      <li>${t('account.secondFactor.type')}</li>
    </ol>
    <form method="post" action="/second-factor" novalidate>
      ${formToken(frame)}
      ${textField(t, state, {
        name: 'code',
        label: t('account.confirm.code'),
        autocomplete: 'one-time-code',
        required: true,
        maxLength: 20,
      })}
      ${submitButton(t('account.secondFactor.submit'))}
    </form>`
}

/** Drawn by our template, so that no foreign mark-up enters a page. */
function picture(address: string, label: string): SafeHtml {
  const { data, size } = encode(address, { border: 4 })
  const dots = data
    .map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('')
  return html`<svg
    role="img"
    aria-label="${label}"
    width="220"
    height="220"
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="M0 0h${size}v${size}h-${size}z" />
    <path fill="#000" d="${dots}" />
  </svg>`
}

export function recoveryPage(frame: Frame, codes: readonly string[]): string {
  const { t } = frame
  return page(
    frame,
    t('account.recovery.title'),
    html`<h1>${t('account.recovery.title')}</h1>
      <p class="font-lead">${t('account.recovery.lead')}</p>
      <ul dir="ltr">
        ${codes.map((code) => html`<li><code>${code}</code></li>`)}
      </ul>
      <p><a class="button button-primary" href="/">${t('account.recovery.done')}</a></p>`,
  )
}

export function accountPage(
  frame: Frame,
  shown: {
    own: OwnSession
    sessions: Awaited<ReturnType<typeof listSessions>>
    state: FormState
    hasPassword: boolean
    /** The kinds of mail that a coordinator does not want. */
    unsubscribed: string[] | undefined
  },
): string {
  const { t } = frame
  const { own, state } = shown
  const title = t('account.own.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        current: 'account.own.current',
        password: 'account.own.password',
      })}
      <h2>${t('account.secondFactor.title')}</h2>
      <p>
        ${own.totpSecret === null ? t('account.secondFactor.off') : t('account.secondFactor.on')}
      </p>
      <p>
        <a class="button button-secondary" href="/second-factor"
          >${
            own.totpSecret === null
              ? t('account.secondFactor.begin')
              : t('account.secondFactor.change')
          }</a
        >
      </p>
      <h2>${t('account.sessions.title')}</h2>
      ${sessionTable(frame, shown)}
      <form method="post" action="/account/sessions/end-others">
        ${formToken(frame)}
        <button class="button button-secondary" type="submit">
          ${t('account.sessions.endOthers')}
        </button>
      </form>
      ${
        shown.unsubscribed === undefined
          ? ''
          : mailChoices(frame, {
              action: '/account/mails',
              kinds: ['digest'],
              unsubscribed: shown.unsubscribed,
            })
      }
      ${shown.hasPassword ? passwordForm(frame, state) : ''}
      ${
        frame.actor.kind === 'staff' && frame.actor.municipality !== null
          ? html`<p><a href="/account/calendar">${t('calendar.link')}</a></p>`
          : ''
      }`,
  )
}

function sessionTable(
  frame: Frame,
  shown: { own: OwnSession; sessions: Awaited<ReturnType<typeof listSessions>> },
): SafeHtml {
  const { t } = frame
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${t('account.sessions.device')}</th>
          <th scope="col">${t('account.sessions.begun')}</th>
          <th scope="col">${t('account.sessions.seen')}</th>
          <th scope="col">${t('account.sessions.end')}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.sessions.map(
          (session, at) =>
            html`<tr>
              <td dir="auto">${session.device ?? t('account.sessions.unknown')}</td>
              <td>${formatMoment(t.locale, session.createdAt)}</td>
              <td>${formatMoment(t.locale, session.lastSeenAt)}</td>
              <td>
                ${
                  session.id === shown.own.id
                    ? t('account.sessions.this')
                    : html`<form method="post" action="/account/sessions/${session.id}/end">
                        ${formToken(frame)}
                        <button class="button button-secondary" type="submit">
                          ${t('account.sessions.endThis', { number: at + 1 })}
                        </button>
                      </form>`
                }
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function passwordForm(frame: Frame, state: FormState): SafeHtml {
  const { t } = frame
  return html`<h2>${t('account.own.changePassword')}</h2>
    <form method="post" action="/account/password" novalidate>
      ${formToken(frame)}
      ${textField(t, state, {
        name: 'current',
        label: t('account.own.current'),
        type: 'password',
        autocomplete: 'current-password',
        required: true,
        maxLength: 128,
      })}
      ${textField(t, state, {
        name: 'password',
        label: t('account.own.password'),
        hint: t('account.password.hint'),
        type: 'password',
        autocomplete: 'new-password',
        required: true,
        maxLength: 128,
      })}
      ${submitButton(t('account.own.changePassword'))}
    </form>`
}

function submitButton(label: string): SafeHtml {
  return html`<button class="button button-primary" type="submit">${label}</button>`
}
