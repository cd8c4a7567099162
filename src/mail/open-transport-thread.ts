import { Piscina } from 'piscina'
import { failureOf } from '../duties/failure.ts'
import { type MailTransport, mostHandedOver } from './transport.ts'

/**
 * Sends through an SMTP server, in a thread of its own: what a mail costs to encode would hold up the pages,
 * and is about half of what sending takes. Without mail there is no thread.
 */
export function openTransportThread(smtpUrl: string, from: string): MailTransport {
  const threads = new Piscina({
    filename: new URL('./smtp-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: mostHandedOver,
    idleTimeout: 60_000,
    // A thread that waits for tasks by atomics hears nothing of its connections.
    atomics: 'disabled',
    workerData: { smtpUrl, from },
  })
  return {
    send: (...mail) =>
      threads
        .run(mail, { name: 'send' })
        .catch((error: unknown) => ({ result: 'unknown', failure: failureOf(error) })),
    close: () => void threads.destroy(),
  }
}
