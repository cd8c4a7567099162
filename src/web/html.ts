import { html, type SafeHtml } from '@remix-run/html-template'

export { html, type SafeHtml }

/** The one place that may print unescaped text: the doctype in front of a finished document. */
export function document(content: SafeHtml): string {
  return String(html.raw`<!doctype html>
${content}`)
}

/** A link target that stays on this site: anything that could leave it becomes `/`. */
export function safeUrl(target: string): string {
  return /^\/(?![/\\])[\w\-/?=&%.#]*$/.test(target) ? target : '/'
}
