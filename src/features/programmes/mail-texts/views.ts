import { endonym } from '../../../locales/format.ts'
import { directionOf, type LetterLocale, letterLocales } from '../../../locales/locale.ts'
import { type OwnTextKind, ownTextKinds } from '../../../mail/message.ts'
import type { MailPreview } from '../../../mail/writing/preview.ts'
import { one } from '../../../web/form.ts'
import { errorSummary, type FormState, formTitle, textArea } from '../../../web/form-parts.ts'
import type { Frame } from '../../../web/frame.ts'
import { html, type SafeHtml } from '../../../web/html.ts'
import { formToken, page } from '../../../web/layout.ts'

/** Every kind of mail to people, with the languages in which the programme adds to it. */
export function mailTextsPage(
  frame: Frame,
  texts: readonly { kind: string; locale: string }[],
): string {
  const { t } = frame
  const title = t('mailTexts.title')
  return page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="font-lead">${t('mailTexts.lead')}</p>
      <p>${t('mailTexts.fallback')}</p>
      <div class="table-scroll" tabindex="0">
        <table class="table">
          <caption class="sr-only">
            ${title}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t('mail.kind')}</th>
              <th scope="col">${t('mailTexts.languages')}</th>
            </tr>
          </thead>
          <tbody>
            ${ownTextKinds.map(
              (kind) =>
                html`<tr>
                  <th scope="row">${t(`mail.kind.${kind}`)}</th>
                  <td>
                    <ul class="actions nobullet-list">
                      ${letterLocales.map((locale) => languageLink(frame, kind, locale, texts))}
                    </ul>
                  </td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  )
}

function languageLink(
  { t }: Frame,
  kind: OwnTextKind,
  locale: LetterLocale,
  texts: readonly { kind: string; locale: string }[],
): SafeHtml {
  const isWritten = texts.some((one) => one.kind === kind && one.locale === locale)
  return html`<li>
    <a href="${`/programme/mail/${kind}/${locale}`}"
      ><span class="sr-only">${t(`mail.kind.${kind}`)}: </span
      ><span lang="${locale}">${endonym(locale)}</span>${
        isWritten ? html` <strong>${t('mailTexts.written')}</strong>` : ''
      }</a
    >
  </li>`
}

/** One paragraph, and the mail with it. */
export function mailTextPage(
  frame: Frame,
  shown: { kind: OwnTextKind; locale: LetterLocale; preview: MailPreview },
  state: FormState,
): string {
  const { t } = frame
  const { kind, locale, preview } = shown
  const title = t('mailTexts.one', {
    kind: t(`mail.kind.${kind}`),
    language: endonym(locale),
  })
  return page(
    frame,
    formTitle(t, state, title),
    html`<h1>${title}</h1>
      ${errorSummary(t, state, { text: 'mailTexts.text' })}
      <p><a href="/programme/mail">${t('mailTexts.back')}</a></p>
      <form method="post" action="${`/programme/mail/${kind}/${locale}`}" novalidate>
        ${formToken(frame)}
        <input type="hidden" name="seen" value="${one(state.values, 'seen') ?? ''}" />
        ${textArea(t, state, {
          name: 'text',
          label: t('mailTexts.text'),
          hint: t('mailTexts.hint'),
          maxLength: 500,
          lang: locale,
        })}
        <div class="actions">
          <button class="button button-secondary" type="submit" name="do" value="preview">
            ${t('mailTexts.preview')}
          </button>
          <button class="button button-primary" type="submit" name="do" value="save">
            ${t('mailTexts.save')}
          </button>
        </div>
      </form>
      <h2 id="preview">${t('mailTexts.looks')}</h2>
      <p>${t('mailTexts.invented')}</p>
      <p>${t('mailTexts.subject')}: <bdi lang="${locale}">${preview.subject}</bdi></p>
      ${preview.halves.map(
        (half) =>
          html`<div class="panel" lang="${half.locale}" dir="${directionOf(half.locale)}">
            ${half.pieces.map(({ text, lang }) =>
              lang === undefined
                ? html`<p class="mail-text">${text}</p>`
                : html`<p class="mail-text" lang="${lang}" dir="${directionOf(lang)}">${text}</p>`,
            )}
          </div>`,
      )}`,
  )
}
