import { Agent, request as overHttp } from 'node:http'
import { Agent as SafeAgent, request as overHttps } from 'node:https'
import { failureOf } from '../../duties/failure.ts'
import type { Outcome } from '../outbox/outcome.ts'
import type { MailTransport } from '../transport.ts'

export interface SmsGateway {
  url: string
  token: string | undefined
  from: string | undefined
}

/**
 * Sends through an HTTP gateway: a POST for each message, with its id, by which the gateway can tell that it
 * has had it before. No connection is used twice: whether one that is kept open still works shows only when
 * the message is under way.
 */
export function openSmsTransport(
  { url, token, from }: SmsGateway,
  waitsMs = 30_000,
): MailTransport {
  const isSafe = url.startsWith('https:')
  const request = isSafe ? overHttps : overHttp
  const agent = isSafe ? new SafeAgent() : new Agent()
  const headers = {
    'content-type': 'application/json',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  }
  return {
    send: ({ to, text }, id) =>
      new Promise((resolve) => {
        const message = { id, to: to.address, text, ...(from === undefined ? {} : { from }) }
        const sending = request(url, { method: 'POST', agent, headers })
        const tooLong = setTimeout(() => sending.destroy(new Slow()), waitsMs)
        let isHandedOver = false
        sending.on('finish', () => {
          isHandedOver = true
        })
        sending.on('response', (response) => {
          response.on('error', () => {}).resume()
          resolve(judge(response.statusCode!))
        })
        sending.on('error', (error) =>
          resolve({ result: isHandedOver ? 'unknown' : 'away', failure: failureOf(error) }),
        )
        sending.on('close', () => clearTimeout(tooLong))
        sending.end(JSON.stringify(message))
      }),
    close: () => agent.destroy(),
  }
}

class Slow extends Error {
  readonly code = 'ETIMEDOUT'
}

/** A 4xx to the message is final, unless it says later or does not know us: the latter is for the operator. */
function judge(status: number): Outcome {
  if (status >= 200 && status < 300) return { result: 'sent' }
  const failure = failureOf({ code: 'SMS', responseCode: status })
  if (status === 401 || status === 407) return { result: 'away', failure }
  const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429
  return { result: isFinal ? 'refused' : 'later', failure }
}
