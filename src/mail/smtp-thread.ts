import { workerData } from 'node:worker_threads'
import type { Outcome } from './outbox/outcome.ts'
import { type MailTransport, openTransport } from './transport.ts'

const { smtpUrl, from } = workerData as { smtpUrl: string; from: string }
const transport = openTransport(smtpUrl, from)

export function send(mail: Parameters<MailTransport['send']>): Promise<Outcome> {
  return transport.send(...mail)
}
