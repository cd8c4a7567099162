import { expect, test } from 'vitest'
import { lastAnswerOf } from '../../src/features/mails/last-answer.ts'
import type { Message } from '../../src/mail/message.ts'
import { openSmsTransport } from '../../src/mail/sms/transport.ts'
import { startSilence, useSmsGateway } from '../support/sms-gateway.ts'

const gateway = useSmsGateway()
const message: Message & { to: { address: string } } = {
  medium: 'sms',
  to: { name: 'Amal Nasser', address: '+4520123456' },
  ...{ sender: { name: '', mailbox: null }, subject: '', html: '', calendars: [] },
  ...{ locale: 'da', text: 'Biblioteket: Husk æøå' },
}
const send = (
  url = gateway.url,
  { token, from }: { token?: string; from?: string } = {},
  waitsMs = 30_000,
) => openSmsTransport({ url, token, from }, waitsMs).send(message, 'an-id')

test('the gateway gets the id, the number and the text, and nothing else that is known', async () => {
  expect(await send()).toEqual({ result: 'sent' })
  const { address, ...known } = { ...message.to, text: message.text }
  expect(gateway.received).toEqual([{ id: 'an-id', to: address, text: known.text }])
  expect(gateway.tokens).toEqual([undefined])
  await send(gateway.url, { token: 'secret', from: 'Biblioteket' })
  expect(gateway.received[1]).toMatchObject({ from: 'Biblioteket' })
  expect(gateway.tokens[1]).toBe('Bearer secret')
})

test.each([
  ...([200, 201, 202, 204] as const).map((status) => [status, 'sent', false] as const),
  ...([400, 403, 404, 410, 422] as const).map((status) => [status, 'refused', true] as const),
  ...([408, 429, 500, 502, 503, 301] as const).map((status) => [status, 'later', false] as const),
  ...([401, 407] as const).map((status) => [status, 'away', false] as const),
])('the answer %i means %s', async (status, result, isFinal) => {
  gateway.answer(status)
  const outcome = await send()
  expect(outcome.result).toBe(result)
  expect(gateway.received).toHaveLength(1)
  if (outcome.result === 'sent') return
  expect(outcome.failure).toBe(`SMS ${status}`)
  expect(lastAnswerOf(outcome.failure, 'sms')).toMatchObject({ code: String(status), isFinal })
})

test('a message that was handed over without an answer may have been taken; no other may', async () => {
  gateway.answer('hang up')
  expect(await send()).toMatchObject({ result: 'unknown', failure: 'ECONNRESET' })
  expect(await send('http://127.0.0.1:1/')).toEqual({ result: 'away', failure: 'ECONNREFUSED' })
  expect(await send('http://nobody.invalid/')).toMatchObject({ result: 'away' })
  const silence = await startSilence()
  try {
    const slow = (scheme: string) => send(`${scheme}://127.0.0.1:${silence.port}/`, {}, 200)
    expect(await slow('http')).toEqual({ result: 'unknown', failure: 'ETIMEDOUT' })
    // It never encrypted, so that nothing was said.
    expect(await slow('https')).toEqual({ result: 'away', failure: 'ETIMEDOUT' })
  } finally {
    silence.stop()
  }
})
