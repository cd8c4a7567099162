import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { startMailServer, useMailServer } from './mail-server.ts'

const server = useMailServer()

const mail = {
  from: 'makker@odense.example',
  to: 'amal@example.org',
  subject: 'Møde på biblioteket',
  text: 'Vi ses på onsdag.',
}
const send = (changes = {}) => createTransport(server.url).sendMail({ ...mail, ...changes })

describe('the mail server of the tests', () => {
  test('parses what was sent to it', async () => {
    await send({
      icalEvent: { method: 'REQUEST', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    })
    expect(server.received).toHaveLength(1)
    const [{ from, to, encrypted, message }] = server.received as [(typeof server.received)[0]]
    expect({ from, to, encrypted }).toEqual({
      from: 'makker@odense.example',
      to: ['amal@example.org'],
      encrypted: false,
    })
    expect(message.subject).toBe('Møde på biblioteket')
    expect(message.text?.trim()).toBe('Vi ses på onsdag.')
    expect(message.attachments[0]?.contentType).toBe('text/calendar')
  })

  test('refuses temporarily or permanently, at a given step', async () => {
    server.refuse('recipient', 450)
    await expect(send()).rejects.toMatchObject({ responseCode: 450 })
    server.refuse('sender', 553)
    await expect(send()).rejects.toMatchObject({ responseCode: 553 })
    server.refuse('content', 554)
    await expect(send()).rejects.toMatchObject({ responseCode: 554 })
    expect(server.received).toEqual([])
  })

  test('refuses one of two recipients, and the sender gets success', async () => {
    server.refuse('recipient', 550, 'gone@example.org')
    const { accepted, rejected } = await send({ to: ['amal@example.org', 'gone@example.org'] })
    expect({ accepted, rejected }).toEqual({
      accepted: ['amal@example.org'],
      rejected: ['gone@example.org'],
    })
  })

  test('hangs up after the mail, which it has received', async () => {
    server.dropAfterData()
    const error = await send().catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'ECONNECTION' })
    expect(error).not.toHaveProperty('responseCode')
    expect(server.received).toHaveLength(1)
  })

  test('does not answer, and the sender times out', async () => {
    server.stallAfterData()
    const impatient = createTransport({ url: server.url, socketTimeout: 200 })
    await expect(impatient.sendMail(mail)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  })

  test.each(['starttls', 'implicit'] as const)('speaks encrypted: %s', async (encryption) => {
    const encrypted = await startMailServer(encryption)
    try {
      const trusting = createTransport({
        url: encrypted.url,
        requireTLS: true,
        tls: { ca: encrypted.certificate },
      })
      await trusting.sendMail(mail)
      expect(encrypted.received.map((received) => received.encrypted)).toEqual([true])
      const distrusting = createTransport({ url: encrypted.url, requireTLS: true })
      await expect(distrusting.sendMail(mail)).rejects.toMatchObject({ code: 'ESOCKET' })
    } finally {
      await encrypted.stop()
    }
  })

  test('offers no encryption when told so, and a sender that insists does not send', async () => {
    const insistent = createTransport({ url: server.url, requireTLS: true })
    await expect(insistent.sendMail(mail)).rejects.toMatchObject({ code: 'ETLS' })
    expect(server.received).toEqual([])
  })
})
