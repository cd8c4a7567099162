import { html, type SafeHtml } from '@remix-run/html-template'

export { html, type SafeHtml }

/** The one place with unescaped text: the doctype before a finished document. */
export function document(content: SafeHtml): string {
  return String(html.raw`<!doctype html>
${content}`)
}

/** A link target that stays on this site: anything that could leave it becomes `/`. */
export function safeUrl(target: string): string {
  return /^\/(?![/\\])[\w\-/?=&%.#]*$/.test(target) ? target : '/'
}

/**
 * Where to go after sign-in: a plain path of this site, else the front page. No dots, double
 * slashes or encoding, so that no browser can read it as another site.
 */
export function localPath(target: string | undefined): string {
  const isPlain = /^\/(?:[\w-]+(?:\/[\w-]+)*)?(?:\?[\w\-=&.]*)?$/.test(target ?? '')
  return isPlain ? target! : '/'
}
