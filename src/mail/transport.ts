import { createTransport } from 'nodemailer'
import type { Message } from './message.ts'

/** What became of a mail: delivered, refused for good, or neither known. */
export type Outcome = 'sent' | 'refused' | 'unknown'

export interface MailTransport {
  /** Throws when the server could not take the mail now and it is worth trying again. */
  send(message: Message & { to: { address: string } }, messageId: string): Promise<Outcome>
  close(): void
}

/**
 * Sends through an SMTP server. TLS is demanded unless the address says `?ignoreTLS=true`, which is
 * for a test server on the same machine: mail tells who a refugee is.
 */
export function openTransport(smtpUrl: string, from: string): MailTransport {
  const ignoreTls = new URL(smtpUrl).searchParams.get('ignoreTLS') === 'true'
  const transporter = createTransport(smtpUrl, {
    from: { name: 'Makker', address: from },
  })
  Object.assign(transporter.options, {
    requireTLS: !ignoreTls,
    tls: { minVersion: 'TLSv1.2', ...(transporter.options as { tls?: object }).tls },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(message, messageId) {
      try {
        await transporter.sendMail({
          to: { name: message.to.name, address: message.to.address },
          subject: message.subject,
          text: message.text,
          html: message.html,
          messageId,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': message.locale,
          },
          ...(message.calendar === undefined
            ? {}
            : { icalEvent: { ...message.calendar, filename: 'invite.ics' } }),
        })
        return 'sent'
      } catch (error) {
        return judge(error)
      }
    },
    close: () => transporter.close(),
  }
}

/** 5xx is final. Silence after the mail was handed over may mean either. The rest is tried again. */
function judge(error: unknown): Outcome {
  const { responseCode, command } = error as { responseCode?: number; command?: string }
  if (responseCode !== undefined && responseCode >= 500) return 'refused'
  if (responseCode === undefined && command === 'DATA') return 'unknown'
  throw error
}
