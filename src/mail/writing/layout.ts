import { firstName } from '../../locales/first-name.ts'
import { directionOf, type LetterLocale } from '../../locales/locale.ts'
import { type MailTranslate, translateMail } from '../../locales/translate.ts'
import { document, html, type SafeHtml } from '../../web/html.ts'
import type { Letter, Paragraph } from '../message.ts'

/** A piece of a mail. HTML and text are both made of these, so that they say the same. */
type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string; lang?: LetterLocale }
  | { kind: 'facts'; facts: { label: string; value: string }[] }
  | { kind: 'button' | 'link'; label: string; url: string }

/** What a mail says to one reader; each half in a language of its own. */
export interface Written {
  name: string
  write: (t: MailTranslate) => Letter
  foot: (t: MailTranslate) => Foot
}

/** What stands below what a mail says. */
export interface Foot {
  notes: Paragraph[]
  links: { label: string; url: string }[]
}

interface Half {
  locale: LetterLocale
  letter: Letter
  blocks: Block[]
}

/**
 * The mail in the reader's language, followed by Danish, so that a librarian who is shown the mail can
 * read it.
 */
export function halvesOf(locale: LetterLocale, { name, write, foot }: Written): Half[] {
  return [...new Set([locale, 'da' as const])].map((locale) => {
    const t = translateMail(locale)
    const letter = write(t)
    return { locale, letter, blocks: blocksOf(t, name, letter, foot(t)) }
  })
}

/** Renders a mail as HTML and text. */
export function renderMail(
  locale: LetterLocale,
  written: Written,
): { subject: string; html: string; text: string } {
  const halves = halvesOf(locale, written)
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
          <main>${halves.map(({ locale, blocks }, at) => section(locale, blocks, at === 0))}</main>
        </body>
      </html>`,
    ),
    text: halves.map(({ blocks }) => blocks.map(plain).join('\n\n')).join('\n\n— — —\n\n'),
  }
}

function blocksOf(t: MailTranslate, name: string, letter: Letter, foot: Foot): Block[] {
  const { heading, paragraphs, facts, button, links = [] } = letter
  return [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: t('frame.greeting', { name: firstName(name) }) },
    ...paragraphs.map((said) => paragraph(t, said)),
    ...(facts === undefined ? [] : [{ kind: 'facts' as const, facts }]),
    ...(button === undefined ? [] : [{ kind: 'button' as const, ...button }]),
    ...links.map((link) => ({ kind: 'link' as const, ...link })),
    ...foot.notes.map((said) => paragraph(t, said)),
    ...foot.links.map((link) => ({ kind: 'link' as const, ...link })),
  ]
}

function paragraph({ locale }: MailTranslate, said: Paragraph): Block {
  const { text, lang } = typeof said === 'string' ? { text: said, lang: locale } : said
  return { kind: 'paragraph', text, ...(lang === locale ? {} : { lang }) }
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
      return html`<p ${languageOf(block)} style="margin:0 0 16px">${block.text}</p>`
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

/** The attributes of a text in another language than what stands around it. */
function languageOf({ lang }: { lang?: LetterLocale }): SafeHtml | string {
  return lang === undefined ? '' : html`lang="${lang}" dir="${directionOf(lang)}"`
}

export function plain(block: Block): string {
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
