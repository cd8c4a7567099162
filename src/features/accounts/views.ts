import { formatDay } from '../../locales/format.ts'
import type { MessageKey } from '../../locales/translate.ts'
import {
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textField,
} from '../../web/form-parts.ts'
import type { Frame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import { oidcButton } from './oidc/views.ts'
import { scopes } from './schema.ts'
import type { listApiTokens } from './sql.ts'

const labels: Record<string, MessageKey> = {
  name: 'account.name',
  email: 'account.email',
  password: 'account.password',
}

export function signInPage(
  frame: Frame,
  form: { next: string; state: FormState; isWrong?: boolean; oidc: Elsewhere },
): string {
  const { t } = frame
  const { state, next, oidc } = form
  const title = t('account.signIn.title')
  return page(
    frame,
    form.isWrong ? t('form.titleWithError', { title }) : formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${form.isWrong ? wrongCredentials(frame) : errorSummary(t, state, labels)}
      ${oidc === undefined ? '' : oidcButton(frame, { action: '/sign-in/oidc', name: oidc.name, next })}
      ${oidc === undefined || oidc.isRequired ? '' : html`<h2>${t('account.oidc.or')}</h2>`}
      ${oidc?.isRequired ? '' : passwordForm(frame, state, next)}
      <p>${t('account.signIn.others')}</p>`,
  )
}

/** The municipality's own sign-in, where there is one. */
type Elsewhere = { name: string; isRequired: boolean } | undefined

function passwordForm(frame: Frame, state: FormState, next: string): SafeHtml {
  const { t } = frame
  return html`<form method="post" action="/sign-in" novalidate>
    ${formToken(frame)}
    <input type="hidden" name="next" value="${next}" />
    ${emailField(frame, state, 'username')}
    ${textField(t, state, {
      name: 'password',
      label: t('account.password'),
      type: 'password',
      autocomplete: 'current-password',
      required: true,
      maxLength: 128,
    })}
    ${submitButton(t('account.signIn.submit'))}
  </form>`
}

function wrongCredentials({ t }: Frame): SafeHtml {
  return html`<div class="alert alert-error" role="alert" tabindex="-1" autofocus>
    <div class="alert-text">
      <p class="alert-heading">${t('problem.wrong-credentials.title')}</p>
      <p>${t('problem.wrong-credentials.advice')}</p>
    </div>
  </div>`
}

/** The button behind a link; and for the word, where the link was asked for in another browser. */
export function signInLinkPage(
  frame: Frame,
  { asksWord, state }: { asksWord: boolean; state: FormState },
): string {
  const { t } = frame
  const title = t('account.link.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { word: 'account.link.word' })}
      <p class="font-lead">${t(asksWord ? 'account.link.elsewhere' : 'account.link.lead')}</p>
      <form method="post" action="${frame.path}" novalidate>
        ${formToken(frame)} ${asksWord ? wordField(frame, state) : ''}
        ${submitButton(t('account.link.submit'))}
      </form>
      ${asksWord ? html`<p><a href="/link">${t('account.link.again')}</a></p>` : ''}`,
  )
}

function wordField({ t }: Frame, state: FormState): SafeHtml {
  return textField(t, state, {
    name: 'word',
    label: t('account.link.word'),
    hint: t('account.link.word.hint'),
    autocomplete: 'off',
    required: true,
    maxLength: 40,
  })
}

export function setUpPage(frame: Frame, state: FormState): string {
  const { t } = frame
  const title = t('account.setUp.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, labels)}
      <p class="font-lead">${t('account.setUp.lead')}</p>
      <form method="post" action="${frame.path}" novalidate>
        ${formToken(frame)}
        ${textField(t, state, {
          name: 'name',
          label: t('account.name'),
          autocomplete: 'name',
          required: true,
          maxLength: 100,
        })}
        ${emailField(frame, state, 'username')} ${newPasswordField(frame, state)}
        ${submitButton(t('account.setUp.submit'))}
      </form>`,
  )
}

export function invitationPage(
  frame: Frame,
  shown: {
    account: { name: string; municipalityName: string | null }
    state: FormState
    oidc: Elsewhere
  },
): string {
  const { t } = frame
  const { account, state, oidc } = shown
  const title = t('account.invitation.title', { name: account.name })
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, labels)}
      <p class="font-lead">
        ${t('account.invitation.lead', { municipality: account.municipalityName ?? '' })}
      </p>
      ${
        oidc === undefined
          ? ''
          : oidcButton(frame, { action: '/sign-in/oidc', name: oidc.name, next: '/' })
      }
      ${
        oidc?.isRequired
          ? ''
          : html`<h2>${t('account.invitation.choose')}</h2>
              <form method="post" action="${frame.path}" novalidate>
                ${formToken(frame)} ${newPasswordField(frame, state)}
                ${submitButton(t('account.invitation.submit'))}
              </form>`
      }`,
  )
}

export interface MadeToken {
  token: string
  scope: (typeof scopes)[number]
  municipality: string
  year: number
  baseUrl: string
}

type ApiTokens = Awaited<ReturnType<typeof listApiTokens>>

export function tokensPage(
  frame: Frame,
  shown: { tokens: ApiTokens; now: Temporal.Instant; state: FormState; made?: MadeToken },
): string {
  const { t } = frame
  const { state } = shown
  const title = t('account.tokens.title')
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, {
        name: 'account.tokens.name',
        scope: 'account.tokens.scope',
        months: 'account.tokens.months',
      })}
      ${shown.made === undefined ? '' : madeToken(frame, shown.made)}
      <p class="font-lead">${t('account.tokens.lead')}</p>
      ${tokenTable(frame, shown.tokens, shown.now)}
      <h2>${t('account.tokens.new')}</h2>
      <form method="post" action="/tokens" novalidate>
        ${formToken(frame)}
        ${textField(t, state, {
          name: 'name',
          label: t('account.tokens.name'),
          hint: t('account.tokens.name.hint'),
          required: true,
          maxLength: 60,
        })}
        ${selectField(t, state, {
          name: 'scope',
          label: t('account.tokens.scope'),
          choices: scopes.map((scope) => ({
            value: scope,
            label: t(`account.tokens.scope.${scope}`),
          })),
        })}
        ${selectField(t, state, {
          name: 'months',
          label: t('account.tokens.months'),
          choices: [1, 3, 6, 12].map((months) => ({
            value: String(months),
            label: t('account.tokens.months.count', { months }),
          })),
        })}
        ${submitButton(t('account.tokens.submit'))}
      </form>`,
  )
}

/** One statement the reader can paste into a terminal to see the token work. */
const firstRequest = {
  'stats:read': ({ municipality, year }) =>
    `/api/v1/statistics?municipality=${municipality}&from=${year}-01-01&to=${year + 1}-01-01`,
  'programme:write': () => '/api/v1/enrolments',
} as const satisfies Record<MadeToken['scope'], (made: MadeToken) => string>

function madeToken({ t }: Frame, made: MadeToken): SafeHtml {
  const path = firstRequest[made.scope](made)
  const line = `curl -H "Authorization: Bearer ${made.token}" "${made.baseUrl}${path}"`
  return html`<div class="alert alert-success" role="status">
    <div class="alert-text">
      <h2 class="alert-heading">${t('account.tokens.made')}</h2>
      <p>${t('account.tokens.once')}</p>
      <pre class="copy" tabindex="0" dir="ltr">${line}</pre>
    </div>
  </div>`
}

function tokenTable(frame: Frame, tokens: ApiTokens, now: Temporal.Instant): SafeHtml {
  const { t } = frame
  if (tokens.length === 0) return html`<p>${t('account.tokens.none')}</p>`
  return html`<div class="table-scroll" tabindex="0">
    <table class="table">
      <thead>
        <tr>
          <th scope="col">${t('account.tokens.name')}</th>
          <th scope="col">${t('account.tokens.scope')}</th>
          <th scope="col">${t('account.tokens.expires')}</th>
          <th scope="col">${t('account.tokens.lastUsed')}</th>
          <th scope="col">${t('account.tokens.state')}</th>
        </tr>
      </thead>
      <tbody>
        ${tokens.map((token) => tokenRow(frame, token, now))}
      </tbody>
    </table>
  </div>`
}

function tokenRow(frame: Frame, token: ApiTokens[number], now: Temporal.Instant): SafeHtml {
  const { t } = frame
  const isOver = Temporal.Instant.compare(token.expiresAt, now) <= 0
  return html`<tr>
    <td>${token.name}</td>
    <td>
      ${token.scopes.map((scope) => t.dynamic(`account.tokens.scope.${scope}` as MessageKey))}
    </td>
    <td>${formatDay(t.locale, token.expiresAt)}</td>
    <td>
      ${
        token.lastUsedOn === null
          ? t('account.tokens.never')
          : formatDay(t.locale, token.lastUsedOn)
      }
    </td>
    <td>
      ${
        token.revokedAt !== null
          ? t('account.tokens.revoked')
          : isOver
            ? t('account.tokens.expired')
            : html`<form method="post" action="/tokens/${token.id}/revocation">
                ${formToken(frame)}
                <button class="button button-secondary" type="submit">
                  ${t('account.tokens.revoke', { name: token.name })}
                </button>
              </form>`
      }
    </td>
  </tr>`
}

function emailField({ t }: Frame, state: FormState, autocomplete: string): SafeHtml {
  return textField(t, state, {
    name: 'email',
    label: t('account.email'),
    type: 'email',
    autocomplete,
    required: true,
    maxLength: 254,
  })
}

function newPasswordField({ t }: Frame, state: FormState): SafeHtml {
  return textField(t, state, {
    name: 'password',
    label: t('account.password'),
    hint: t('account.password.hint'),
    type: 'password',
    autocomplete: 'new-password',
    required: true,
    maxLength: 128,
  })
}

function submitButton(label: string): SafeHtml {
  return html`<button class="button button-primary" type="submit">${label}</button>`
}
