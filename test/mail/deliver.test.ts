import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { PostOffice } from '../../src/mail/outbox/office.ts'
import { type MailTransport, openTransport } from '../../src/mail/transport.ts'
import { useHouse } from '../support/house.ts'
import { useMailServer } from '../support/mail-server.ts'
import {
  aMeeting,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  type Programme,
} from '../support/people.ts'
import { aLease, anOffice, sendMails } from '../support/duties.ts'

const house = useHouse()
const plain = useMailServer()
const encrypted = useMailServer('starttls')
let programme: Programme
let transports: MailTransport[] = []
beforeEach(async () => {
  programme = await aProgramme(house)
})
afterEach(() => {
  for (const transport of transports) transport.close()
  transports = []
})

const from = 'makker@example.dk'
const given = { baseUrl: 'https://makker.example', mailFrom: from, keepsLinks: false }
function office(smtpUrl: string | undefined = `${plain.url}?ignoreTLS=true`): PostOffice {
  const transport = smtpUrl === undefined ? undefined : openTransport(smtpUrl, from)
  if (transport !== undefined) transports.push(transport)
  return anOffice(transport, given)
}
const withoutServer = anOffice(undefined, given)

/** A mail in the outbox to a mentor with that name, and no other. */
async function aMail(
  given: { name?: string; email?: string | undefined; phone?: string } = {},
): Promise<string> {
  const mentor = await aMentor(house, given)
  await anOffer(house, { mentor, mentee: await aMentee(house) })
  await house.db.deleteFrom('mail').where('personId', '<>', mentor.personId).execute()
  const { id } = await house.db.selectFrom('mail').select('id').executeTakeFirstOrThrow()
  return id
}
const mailOf = (id: string) =>
  house.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
/** Sends what is due in the next hours. */
const send = async (at = office(), lease = aLease) => {
  house.clock.advance({ hours: 2 })
  return sendMails(house, at, lease)
}

describe('sending a mail', () => {
  test('hands it to the server once, and keeps nothing of what it said', async () => {
    const id = await aMail({ name: 'Hanne Sørensen', email: 'hanne@example.dk' })
    await send()
    expect(await mailOf(id)).toMatchObject({ state: 'sent', attempts: 1, content: null })
    const [mail, ...others] = plain.received
    expect(others).toEqual([])
    expect(mail).toMatchObject({ from, to: ['hanne@example.dk'] })
    const { message } = mail!
    expect(message.messageId).toBe(`<${id}@makker.example>`)
    expect(message.subject).toBe('Et forslag fra biblioteket')
    expect(message.headers.get('auto-submitted')).toBe('auto-generated')
    expect(message.headers.get('content-language')).toBe('da')
    expect(message.text).toContain('https://makker.example/answer/')
    await send()
    expect(plain.received.length).toBe(1)
  })

  test('attaches the invitation as something a calendar can answer', async () => {
    const { meetingId } = await aMeeting(house, programme)
    await house.db.deleteFrom('mail').where('subjectId', '<>', meetingId).execute()
    await send()
    const attached = plain.received[0]!.message.attachments
    expect(attached.map(({ contentType }) => contentType)).toContain('text/calendar')
    for (const { content } of attached) expect(content.toString()).toContain('METHOD:REQUEST')
  })

  test('encrypts as soon as the server can', async () => {
    await aMail()
    await send(office(`${encrypted.url}?tls.rejectUnauthorized=false`))
    expect(encrypted.received).toMatchObject([{ encrypted: true }])
  })

  test('says nothing to a server that cannot show who it is', async () => {
    const id = await aMail()
    await send(office(encrypted.url))
    expect(encrypted.received).toEqual([])
    expect(await mailOf(id)).toMatchObject({ state: 'pending' })
  })

  test('says nothing to a server that offers no encryption, and tries again later', async () => {
    const id = await aMail()
    await send(office(plain.url))
    expect(plain.received).toEqual([])
    expect(await mailOf(id)).toMatchObject({ state: 'pending' })
    await send()
    expect(await mailOf(id)).toMatchObject({ state: 'sent' })
  })
})

describe('a server that says no', () => {
  test.each(['sender', 'recipient', 'content'] as const)(
    'for good, at the %s: is not asked again',
    async (stage) => {
      plain.refuse(stage, 550)
      const id = await aMail()
      await send()
      expect(await mailOf(id)).toMatchObject({ state: 'refused', attempts: 1 })
      plain.reset()
      await send()
      expect(plain.received).toEqual([])
      expect(await mailOf(id)).toMatchObject({ state: 'refused', attempts: 1 })
    },
  )

  test.each([
    ['sender', 421],
    ['recipient', 450],
    ['content', 452],
  ] as const)('for now, at the %s: gets the same mail once it is willing', async (stage, code) => {
    plain.refuse(stage, code)
    const id = await aMail()
    for (let times = 0; times < 3; times++) {
      await send()
      expect(await mailOf(id)).toMatchObject({ state: 'pending' })
    }
    plain.reset()
    await send()
    expect(plain.received.map(({ message }) => message.messageId)).toEqual([
      `<${id}@makker.example>`,
    ])
    expect(await mailOf(id)).toMatchObject({ state: 'sent', attempts: 4 })
  })

  test('because commands came out of step: gets the mail again', async () => {
    plain.refuse('recipient', 503)
    const id = await aMail()
    await send()
    expect(await mailOf(id)).toMatchObject({ state: 'pending', failure: 'EENVELOPE 503 RCPT TO' })
    plain.reset()
    await send()
    expect(await mailOf(id)).toMatchObject({ state: 'sent' })
  })

  test('is not there: the mail waits', async () => {
    const id = await aMail()
    await send(office('smtp://127.0.0.1:1?ignoreTLS=true'))
    expect(await mailOf(id)).toMatchObject({ state: 'pending' })
  })

  test('does not believe who we are: the mail waits for the right password', async () => {
    plain.refuse('password', 535)
    const id = await aMail()
    const at = office(`${plain.url.replace('://', '://makker:wrong@')}?ignoreTLS=true`)
    await send(at)
    expect(await mailOf(id)).toMatchObject({ state: 'pending' })
  })

  test('hangs up before it has the whole mail: it is tried again', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.write('220 hello\r\n')
      socket.on('data', (line) => {
        if (/^DATA/i.test(String(line))) socket.destroy()
        else socket.write('250 yes\r\n')
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const id = await aMail()
    await send(office(`smtp://127.0.0.1:${port}?ignoreTLS=true`))
    expect(await mailOf(id)).toMatchObject({ state: 'pending' })
    server.close()
  })

  test('hangs up with the whole mail in hand: the same mail goes again once, after five minutes', async () => {
    plain.dropAfterData()
    const id = await aMail()
    await sendMails(house, office())
    expect(await mailOf(id)).toMatchObject({ state: 'pending', attempts: 1, failures: 0 })
    house.clock.advance({ minutes: 4, seconds: 59 })
    await sendMails(house, office())
    expect(plain.received.length).toBe(1)
    house.clock.advance({ seconds: 1 })
    await sendMails(house, office())
    expect(await mailOf(id)).toMatchObject({ state: 'unknown', attempts: 2 })
    await send()
    expect(plain.received.map(({ message }) => message.messageId)).toEqual(
      Array(2).fill(`<${id}@makker.example>`),
    )
  })

  test('hangs up with a mail in hand that lets somebody in: it does not go again by itself', async () => {
    plain.dropAfterData()
    const id = await aMail()
    await house.db.updateTable('mail').set({ urgent: true }).execute()
    await send()
    await send()
    expect(await mailOf(id)).toMatchObject({ state: 'unknown', attempts: 1 })
    expect(plain.received.length).toBe(1)
  })
})

describe('mail that is not sent', () => {
  test('is kept to be read where there is no mail server', async () => {
    const id = await aMail({ name: 'Hanne Sørensen' })
    await send(withoutServer)
    const { state, content } = await mailOf(id)
    expect(state).toBe('kept')
    expect(content).toMatchObject({
      subject: 'Et forslag fra biblioteket',
      to: { name: 'Hanne Sørensen' },
    })
    // Only its reader may use the link: not a colleague, and not a thief of the table.
    const text = JSON.stringify(content)
    expect(text).toContain('https://makker.example/answer/…')
    expect(text).not.toMatch(/\/answer\/[\w-]{10}/)
    await send()
    expect(plain.received).toEqual([])
  })

  test('is kept for somebody who has no address', async () => {
    const id = await aMail({ email: undefined, phone: '12345678' })
    await send()
    expect(plain.received).toEqual([])
    const { state, content } = await mailOf(id)
    expect({ state, content }).toMatchObject({ state: 'kept', content: { to: { address: null } } })
    expect(JSON.stringify(content)).not.toMatch(/\/answer\/[\w-]{10}/)
  })

  test('is dropped when there is nothing to say any more', async () => {
    const id = await aMail()
    await house.db.updateTable('proposal').set({ state: 'declined' }).execute()
    await send()
    expect(plain.received).toEqual([])
    expect(await mailOf(id)).toMatchObject({ state: 'cancelled' })
  })

  test('is not sent by a worker whose lease another has taken', async () => {
    const id = await aMail()
    await send(office(), { ...aLease, isHeld: async () => false })
    expect(plain.received).toEqual([])
    expect(await mailOf(id)).toMatchObject({ state: 'pending', attempts: 0 })
  })

  test.each([
    ['is sent again, as the same,', false, 'sent', 1],
    ['that lets somebody in is shown as unknown', true, 'unknown', 0],
  ])('%s when the worker that was sending it has ended', async (_, urgent, state, times) => {
    const id = await aMail()
    await house.db.updateTable('mail').set({ state: 'sending', urgent }).execute()
    await send()
    expect(plain.received.map(({ message }) => message.messageId)).toEqual(
      Array(times).fill(`<${id}@makker.example>`),
    )
    expect(await mailOf(id)).toMatchObject({ state })
  })
})

describe('a name that tries to be more than a name', () => {
  test.each([
    'Ole, evil@example.com',
    'Ole <evil@example.com>',
    '"Ole" <evil@example.com>, x',
    'Ole\r\nBcc: evil@example.com',
    'Ole\nSubject: Hej',
    '=?utf-8?Q?Ole=0D=0ABcc:evil@example.com?=',
    'Ole\u2028Bcc: evil@example.com',
    'أمل; "، <x@y.dk>',
  ])('reaches one person and adds no header: %j', async (name) => {
    await aMail({ email: 'ole@example.dk' })
    await house.db
      .updateTable('person')
      .set({ name })
      .where('email', '=', 'ole@example.dk')
      .execute()
    await send()
    const [{ to, message }, ...others] = plain.received as [(typeof plain.received)[0]]
    expect(others).toEqual([])
    expect(to).toEqual(['ole@example.dk'])
    for (const header of ['bcc', 'cc']) expect(message.headers.get(header)).toBeUndefined()
    expect(message.subject).toBe('Et forslag fra biblioteket')
    expect([message.to].flat()[0]?.value.map(({ address }) => address)).toEqual(['ole@example.dk'])
  })
})
