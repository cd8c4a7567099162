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

/**
 * Where to go after signing in: a plain path of this site, else the front page. No dots, no double
 * slashes and nothing encoded, so that no reading of it by any browser leads elsewhere.
 */
export function localPath(target: string | undefined): string {
  const isPlain = /^\/(?:[\w-]+(?:\/[\w-]+)*)?(?:\?[\w\-=&.]*)?$/.test(target ?? '')
  return isPlain ? target! : '/'
}
