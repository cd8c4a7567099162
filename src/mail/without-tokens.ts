import type { Message } from './message.ts'

const token = /(https?:\/\/[^\s"'<>]+\/)[\w-]{43}(?![\w-])/g

/**
 * A mail whose links open nothing. Kept for colleagues to read, it must not let them in as the person
 * it is for; and what lies in the database must not either.
 */
export function withoutTokens(message: Message): Message {
  const { html, text } = message
  return { ...message, html: html.replace(token, '$1…'), text: text.replace(token, '$1…') }
}
