import { beforeEach, expect, test } from 'vitest'
import { openTransport } from '../../src/mail/transport.ts'
import { anAccount } from '../support/accounts.ts'
import { useSite } from '../support/app.ts'
import { anOffice, sendMails } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'
import { validateHtml } from '../support/html.ts'
import { useMailServer } from '../support/mail-server.ts'
import {
  aMeeting,
  aMentee,
  aMentor,
  aProgramme,
  type Programme,
  writeMails,
} from '../support/people.ts'

const house = useHouse()
const site = useSite(house)
const server = useMailServer()
let programme: Programme
let session: string
beforeEach(async () => {
  programme = await aProgramme(house)
  session = await site.enter(await anAccount(house))
})

const given = {
  contactName: 'Karin',
  phone: '65 51 44 44',
  mailbox: 'makker@odense.example',
  ...Object.fromEntries(
    [1, 2, 3, 4].flatMap((day) => [
      [`from-${day}`, '10:00'],
      [`to-${day}`, '15:00'],
    ]),
  ),
  'from-5': '10:00',
  'to-5': '12:00',
}
const plain = (text: string) => text.replace(/[\u2066-\u2069]/g, '')

test('every mail to a person says whom to call and when, in their language and in Danish', async () => {
  expect((await site.post('/programme/contact', given, session)).statusCode).toBe(303)
  const pair = { mentor: await aMentor(house), mentee: await aMentee(house, { locale: 'ar' }) }
  await aMeeting(house, programme, { pair })
  const mails = await writeMails(house)
  expect(mails.length).toBe(2)
  for (const mail of mails) {
    const danish =
      'Har du spørgsmål, så ring til Karin på +45 65 51 44 44. Telefontid: mandag–torsdag kl. 10.00–15.00 og fredag kl. 10.00–12.00.'
    expect(plain(mail.text)).toContain(danish)
    if (mail.locale === 'ar')
      expect(plain(mail.text)).toContain(
        'يمكنك الاتصال بـ Karin على الرقم +45 65 51 44 44. أوقات الهاتف: من الاثنين إلى الخميس من الساعة 10:00 إلى 15:00 والجمعة من الساعة 10:00 إلى 12:00.',
      )
  }
})

test('mails come in the library’s name, and replies and calendars go to the programme’s own mailbox', async () => {
  await site.post('/programme/contact', given, session)
  await aMeeting(house, programme)
  const transport = openTransport(`${server.url}?ignoreTLS=true`, 'makker@example.dk')
  await sendMails(house, anOffice(transport, { mailFrom: 'makker@example.dk' }))
  transport.close()
  for (const { from, message } of server.received) {
    expect(from).toBe('makker@example.dk')
    expect(message.from?.value).toEqual([
      { name: 'Biblioteket, Odense', address: 'makker@example.dk' },
    ])
    expect(message.replyTo?.text).toBe('makker@odense.example')
  }
  const calendars = server.received.flatMap(({ message }) => message.attachments)
  expect(calendars.length).toBeGreaterThan(0)
  for (const { content } of calendars)
    expect(content.toString().replaceAll('\r\n ', '')).toMatch(
      /ORGANIZER;CN="Biblioteket, Odense":MAILTO:makker@odense\.example/i,
    )
})

test('the programme’s page shows the contact, and the form refuses hours that end before they begin', async () => {
  await site.post('/programme/contact', given, session)
  const page = await site.get('/programme', session)
  expect(plain(page.body)).toContain('mandag–torsdag kl. 10.00–15.00 og fredag kl. 10.00–12.00')
  expect(await validateHtml(page.body)).toEqual([])
  const form = await site.get('/programme/contact', session)
  expect(form.body).toContain('value="makker@odense.example"')
  expect(await validateHtml(form.body)).toEqual([])
  const wrong = { ...given, 'to-5': '09:00', mailbox: 'odense' }
  const refused = await site.post('/programme/contact', wrong, session)
  expect(refused.statusCode).toBe(422)
  expect(await validateHtml(refused.body)).toEqual([])
  expect(refused.body).toContain('href="#field-phoneHours"')
  expect(refused.body).toContain('href="#field-mailbox"')
})
