import { firstName } from '../../locales/first-name.ts'
import { directionOf, type LetterLocale } from '../../locales/locale.ts'
import { type MailTranslate, translateMail } from '../../locales/translate.ts'
import { document, html, type SafeHtml } from '../../web/html.ts'
import type { Letter } from '../message.ts'

/** A piece of a mail. HTML and text are both made of these, so that they say the same. */
type Block =
  | { kind: 'heading' | 'paragraph'; text: string }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'button' | 'link'; label: string; url: string }

/** What stands below what a mail says. */
export interface Foot {
  notes: string[]
  links: { label: string; url: string }[]
}

/**
 * Renders a mail as HTML and text: in the reader's language, with Danish below, so that a librarian
 * who is shown the mail can read it.
 */
export function renderMail(
  locale: LetterLocale,
  mail: {
    name: string
    write: (t: MailTranslate) => Letter
    foot: (t: MailTranslate) => Foot
  },
): { subject: string; html: string; text: string } {
  const halves = [...new Set([locale, 'da' as const])].map((locale) => {
    const t = translateMail(locale)
    const letter = mail.write(t)
    return { locale, letter, blocks: blocksOf(t, mail.name, letter, mail.foot(t)) }
  })
  const { letter } = halves[0]!
  return {
    subject: letter.subject,
    html: document(
      html`<html lang="${locale}" dir="${directionOf(locale)}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${letter.heading}</title>
        </head>
        <body style="margin:0;background:#f5f5f5">
          ${halves.map(({ locale, blocks }, at) => section(locale, blocks, at === 0))}
        </body>
      </html>`,
    ),
    text: halves.map(({ blocks }) => blocks.map(plain).join('\n\n')).join('\n\n— — —\n\n'),
  }
}

function blocksOf(t: MailTranslate, name: string, letter: Letter, foot: Foot): Block[] {
  const { heading, paragraphs, facts, button } = letter
  return [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: t('frame.greeting', { name: firstName(name) }) },
    ...paragraphs.map((text) => ({ kind: 'paragraph' as const, text })),
    ...(facts === undefined ? [] : [{ kind: 'facts' as const, facts }]),
    ...(button === undefined ? [] : [{ kind: 'button' as const, ...button }]),
    ...foot.notes.map((text) => ({ kind: 'paragraph' as const, text })),
    ...foot.links.map((link) => ({ kind: 'link' as const, ...link })),
  ]
}

const base = 'font-family:system-ui,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a'

const heading = 'font-size:22px;margin:0 0 16px'

function section(locale: LetterLocale, blocks: Block[], isFirst: boolean): SafeHtml {
  return html`<div
    lang="${locale}"
    dir="${directionOf(locale)}"
    style="${`${base};max-width:560px;margin:16px auto;padding:24px;background:#fff`}"
  >
    ${blocks.map((block) => marked(block, isFirst))}
  </div>`
}

function marked(block: Block, isFirst: boolean): SafeHtml {
  switch (block.kind) {
    case 'heading':
      return isFirst
        ? html`<h1 style="${heading}">${block.text}</h1>`
        : html`<h2 style="${heading}">${block.text}</h2>`
    case 'paragraph':
      return html`<p style="margin:0 0 16px">${block.text}</p>`
    case 'facts':
      return html`<dl style="margin:0 0 16px">
        ${block.facts.map(
          (fact) =>
            html`<dt style="font-weight:600">${fact.label}</dt>
              <dd style="margin:0 0 8px"><bdi>${fact.value}</bdi></dd>`,
        )}
      </dl>`
    case 'button':
      return html`<p style="margin:0 0 16px">
        <a
          href="${block.url}"
          style="display:inline-block;padding:12px 24px;background:#0059b3;color:#fff;text-decoration:none;border-radius:4px"
          >${block.label}</a
        >
      </p>`
    case 'link':
      return html`<p style="margin:0 0 16px">
        <a href="${block.url}" style="color:#0059b3">${block.label}</a>
      </p>`
  }
}

function plain(block: Block): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n\n')
    case 'button':
    case 'link':
      return `${block.label}:\n${block.url}`
  }
}
