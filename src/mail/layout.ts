import type { Locale } from '../locales/locale.ts'
import { type PublicTranslate, translatePublic } from '../locales/translate.ts'
import { document, html, type SafeHtml } from '../web/html.ts'

export interface Letter {
  heading: string
  paragraphs: string[]
  facts?: { label: string; value: string }[]
  button?: { label: string; url: string }
}

/**
 * Renders a mail as HTML and text: in the reader's language, with Danish below, so that a librarian
 * who is shown the mail can read it.
 */
export function renderMail(
  locale: Locale,
  write: (t: PublicTranslate) => Letter,
): { html: string; text: string } {
  const languages =
    locale === 'da' ? [translatePublic('da')] : [translatePublic(locale), translatePublic('da')]
  const letters = languages.map((t) => ({ t, letter: write(t) }))
  const [first] = letters
  return {
    html: document(
      html`<html lang="${first!.t.locale}" dir="${first!.t.direction}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${first!.letter.heading}</title>
        </head>
        <body style="margin:0;background:#f5f5f5">
          ${letters.map(({ t, letter }, at) => section(t, letter, at === 0))}
        </body>
      </html>`,
    ),
    text: letters.map(({ letter }) => plain(letter)).join('\n\n— — —\n\n'),
  }
}

const base = 'font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a'

const heading = 'font-size:22px;margin:0 0 16px'

function section(t: PublicTranslate, letter: Letter, isFirst: boolean): SafeHtml {
  return html`<div
    lang="${t.locale}"
    dir="${t.direction}"
    style="${`${base};max-width:560px;margin:16px auto;padding:24px;background:#fff`}"
  >
    ${
      isFirst
        ? html`<h1 style="${heading}">${letter.heading}</h1>`
        : html`<h2 style="${heading}">${letter.heading}</h2>`
    }
    ${letter.paragraphs.map((paragraph) => html`<p style="margin:0 0 16px">${paragraph}</p>`)}
    ${
      letter.facts === undefined
        ? ''
        : html`<dl style="margin:0 0 16px">
            ${letter.facts.map(
              (fact) =>
                html`<dt style="font-weight:600">${fact.label}</dt>
                  <dd style="margin:0 0 8px">${fact.value}</dd>`,
            )}
          </dl>`
    }
    ${
      letter.button === undefined
        ? ''
        : html`<p style="margin:0">
            <a
              href="${letter.button.url}"
              style="display:inline-block;padding:12px 24px;background:#0059b3;color:#fff;text-decoration:none;border-radius:4px"
              >${letter.button.label}</a
            >
          </p>`
    }
  </div>`
}

function plain(letter: Letter): string {
  return [
    letter.heading,
    ...letter.paragraphs,
    ...(letter.facts ?? []).map((fact) => `${fact.label}: ${fact.value}`),
    ...(letter.button === undefined ? [] : [`${letter.button.label}:\n${letter.button.url}`]),
  ].join('\n\n')
}
