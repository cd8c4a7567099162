import { PassThrough, pipeline } from 'node:stream'
import { createTransport } from 'nodemailer'
import { failureOf } from '../duties/failure.ts'
import type { Message } from './message.ts'
import type { Outcome } from './outbox/outcome.ts'

/** As many mails are on their way at once, each on a connection of its own that is kept open. */
export const mostConnections = 4

/** As many are handed to the transport, so that each connection finds its next mail there. */
export const mostHandedOver = 3 * mostConnections

/** How long one mail may take, with its wait for a connection: a server can say a little all the time. */
const usualPatienceMs = 300_000

export interface MailTransport {
  /** Never throws. */
  send(message: Message & { to: { address: string } }, messageId: string): Promise<Outcome>
  close(): void
}

/**
 * Sends through an SMTP server. TLS is demanded unless the address says `?ignoreTLS=true`, which is
 * for a test server on the same machine: mail tells who a refugee is.
 */
export function openTransport(
  smtpUrl: string,
  from: string,
  patienceMs = usualPatienceMs,
): MailTransport {
  const ignoreTls = new URL(smtpUrl).searchParams.get('ignoreTLS') === 'true'
  // One object: what is set on the transport afterwards, nodemailer does not read.
  const transporter = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: mostConnections,
    // When a mail is tried again is decided in one place, and that is not here.
    maxRequeues: 0,
    requireTLS: !ignoreTls,
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // The mails whose last byte the server has asked for: what became of them, only it may know.
  const handedOver = new Set<string>()
  transporter.use('stream', (mail, done) => {
    mail.message.processFunc((input) => {
      const output = new PassThrough()
      output.once('end', () => handedOver.add(String(mail.data.messageId)))
      pipeline(input, output, () => {})
      return output
    })
    done()
  })
  return {
    async send(message, messageId) {
      const [invitation, ...others] = message.calendars
      try {
        await transporter.sendMail({
          from: { name: message.sender.name, address: from },
          ...(message.sender.mailbox === null ? {} : { replyTo: message.sender.mailbox }),
          to: { name: message.to.name, address: message.to.address },
          subject: message.subject,
          text: message.text,
          html: message.html,
          messageId,
          signal: AbortSignal.timeout(patienceMs),
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': message.locale,
            ...(message.unsubscribe === undefined
              ? {}
              : {
                  'List-Unsubscribe': `<${message.unsubscribe}>`,
                  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
                }),
          },
          // Calendars read the file as a part beside the text, and mail readers as an attachment.
          ...(invitation === undefined
            ? {}
            : { icalEvent: { ...invitation, filename: 'invite.ics' } }),
          attachments: others.map(({ method, content }, at) => ({
            filename: `invite-${at + 2}.ics`,
            contentType: `text/calendar; charset=utf-8; method=${method}`,
            content,
          })),
        })
        return { result: 'sent' }
      } catch (error) {
        return judge(error, handedOver.has(messageId))
      } finally {
        handedOver.delete(messageId)
      }
    },
    close: () => transporter.close(),
  }
}

/**
 * A 5xx to the mail is final, and so is an address that no mail can have; a 4xx to it is for now. Anything
 * but a yes or a no after the mail was handed over may mean either. All else is about the server, or about
 * us, such as the password or encryption: that is for the operator to mend.
 */
function judge(error: unknown, wasHandedOver: boolean): Outcome {
  const { name, code, responseCode, permanent, command } = error as Record<string, unknown>
  const failure = failureOf({ name, code, responseCode, command: command || 'CONN' })
  const isNo = Number(responseCode) >= 400 && Number(responseCode) < 600
  if (isNo && mailCommands.has(command) && !aboutUs.has(responseCode))
    return { result: permanent === true ? 'refused' : 'later', failure }
  if (code === 'EENVELOPE' && command === 'API') return { result: 'refused', failure }
  return { result: wasHandedOver && !isNo ? 'unknown' : 'away', failure }
}

const mailCommands: ReadonlySet<unknown> = new Set(['MAIL FROM', 'RCPT TO', 'DATA'])

/** Signing in is required, or went wrong, whatever was asked. */
const aboutUs: ReadonlySet<unknown> = new Set([530, 534, 535, 538])
