import type { Message } from './message.ts'

const token = /(https?:\/\/[^\s"'<>]+\/)[\w-]{43}(?![\w-])/g
/** Calendar files break their lines anywhere. */
const foldedToken = /\/(?:(?:\r\n )?[\w-]){43}(?!(?:\r\n )?[\w-])/g

/**
 * A mail whose links open nothing. Kept for colleagues to read, it must not let them in as the person
 * it is for; and what lies in the database must not either.
 */
export function withoutTokens(message: Message): Message {
  const { unsubscribe: _, html, text, calendars, ...rest } = message
  return {
    ...rest,
    html: html.replace(token, '$1…'),
    text: text.replace(token, '$1…'),
    calendars: calendars.map(({ method, content }) => ({
      method,
      content: content.replace(foldedToken, '/…'),
    })),
  }
}
