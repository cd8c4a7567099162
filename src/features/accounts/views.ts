import type { MessageKey } from '../../locales/translate.ts'
import { errorSummary, type FormState, formTitle, textField } from '../../web/form-parts.ts'
import type { Frame, PublicFrame } from '../../web/frame.ts'
import { html, type SafeHtml } from '../../web/html.ts'
import { formToken, page } from '../../web/layout.ts'
import { oidcButton } from './oidc/views.ts'

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

/** Asks to confirm the sign-in, and for the word if another browser asked for the link. */
export function signInLinkPage(
  frame: PublicFrame,
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

function wordField({ t }: PublicFrame, state: FormState): SafeHtml {
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
