import { formatDay } from '../../../locales/format.ts'
import type { MessageKey } from '../../../locales/translate.ts'
import {
  errorSummary,
  type FormState,
  formTitle,
  selectField,
  textField,
} from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, notShown, page } from '../../../web/layout.ts'
import { scopes } from '../schema.ts'
import type { listApiTokens } from './sql.ts'

/** A new token, and what the example command needs. */
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
        <button class="button button-primary" type="submit">${t('account.tokens.submit')}</button>
      </form>`,
  )
}

/** The path of the example request. */
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
  if (tokens.count === 0) return html`<p>${t('account.tokens.none')}</p>`
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
          ${tokens.rows.map((token) => tokenRow(frame, token, now))}
        </tbody>
      </table>
    </div>
    ${notShown(t, tokens.count - tokens.rows.length)}`
}

function tokenRow(frame: Frame, token: ApiTokens['rows'][number], now: Temporal.Instant): SafeHtml {
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
