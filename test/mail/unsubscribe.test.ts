import { beforeEach, describe, expect, test } from 'vitest'
import { openLink } from '../../src/features/accounts/links/open-link.ts'
import { openTransport } from '../../src/mail/transport.ts'
import { anAccount } from '../support/accounts.ts'
import { useSite } from '../support/app.ts'
import { anOffice, lookAfterEveryone, sendMails } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'
import { validateHtml } from '../support/html.ts'
import { useMailServer } from '../support/mail-server.ts'
import { aMentee, anOffer, aProgramme, countRows, type Party } from '../support/people.ts'
import { openKinds } from '../support/tasks.ts'

const house = useHouse()
const site = useSite(house)
const server = useMailServer()
let mentee: Party
beforeEach(async () => {
  await aProgramme(house)
  mentee = await aMentee(house, { email: 'amal@example.dk' })
})

/** Sends what waits, and returns what arrived since. */
async function send() {
  const before = server.received.length
  const transport = openTransport(`${server.url}?ignoreTLS=true`, 'makker@example.dk')
  await sendMails(house, anOffice(transport))
  transport.close()
  return server.received.slice(before).map(({ message }) => message)
}
/** Asks again whether the mentee is still interested, and sends the mail. */
async function ask() {
  house.clock.advance({ days: 91 })
  await lookAfterEveryone(house)
  return send()
}
const listed = (message: Awaited<ReturnType<typeof send>>[number]) =>
  message.headers.get('list') as unknown as Record<string, { url: string }> | undefined

async function asked(): Promise<{ path: string; text: string }> {
  const [message] = await ask()
  expect(message!.headers.get('list-unsubscribe-post') ?? listed(message!)).toBeDefined()
  return { path: new URL(listed(message!)!.unsubscribe!.url).pathname, text: message!.text! }
}
/** What a mail program sends: no cookie, no origin, no page of ours before. */
const click = (url: string, type = 'application/x-www-form-urlencoded') =>
  site.inject({
    method: 'POST',
    url,
    headers: { 'content-type': type },
    payload: type.startsWith('multipart')
      ? '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
      : 'List-Unsubscribe=One-Click',
  })
const unsubscribed = async () => (await countRows(house)).unsubscription

describe('a mail that can be spared', () => {
  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'is unsubscribed from by a mail program, by one click without a session, as %s',
    async (type) => {
      const { path, text } = await asked()
      expect(text).toContain(`Afmeld dem her:\nhttp://localhost:3000${path}`)
      const answer = await click(path, type)
      expect(answer.statusCode).toBe(200)
      expect(await validateHtml(answer.body)).toEqual([])
      expect((await click(path, type)).statusCode).toBe(200)
      expect(await unsubscribed()).toBe(1)
    },
  )

  test('says so by both headers of RFC 8058, and a mail that is needed by none', async () => {
    await anOffer(house)
    const [offer] = await send()
    expect(offer!.headerLines.filter(({ key }) => key.startsWith('list-'))).toEqual([])
    const [question] = await ask()
    const lines = Object.fromEntries(question!.headerLines.map(({ key, line }) => [key, line]))
    expect(lines['list-unsubscribe']).toMatch(
      /^List-Unsubscribe:\s+<http:\/\/localhost:3000\/unsubscribe\/[\w-]{43}>$/,
    )
    expect(lines['list-unsubscribe-post']).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  test('stays wanted while scanners follow the link', async () => {
    const { path } = await asked()
    for (let visit = 0; visit < 10; visit++)
      for (const method of ['GET', 'HEAD'] as const)
        expect((await site.inject({ method, url: path })).statusCode).toBe(200)
    expect(await unsubscribed()).toBe(0)
  })

  test('is not sent any more, and the question is asked by telephone', async () => {
    const { path } = await asked()
    await house.db.updateTable('mail').set({ state: 'pending' }).execute()
    await click(path)
    expect(await send()).toEqual([])
    await house.db.deleteFrom('reconfirmation').execute()
    expect(await ask()).toEqual([])
    expect(await openKinds(house)).toEqual(['reconfirmation_by_phone'])
  })
})

test('unknown links, links for something else and old ones unsubscribe nobody', async () => {
  const { path } = await asked()
  const { personId } = mentee
  const lasts = Temporal.Duration.from({ hours: 1 })
  const foreign = await openLink(house.ctx(), {
    purpose: 'sign-in',
    municipality: '0461',
    personId,
    lasts,
  })
  const [unknown, other] = [
    await click('/unsubscribe/unknown'),
    await click(`/unsubscribe/${foreign}`),
  ]
  const plain = (body: string) => body.replaceAll(/\/unsubscribe\/[\w-]+|[\da-f-]{36}/g, '')
  expect([unknown.statusCode, other.statusCode]).toEqual([404, 404])
  expect(plain(other.body)).toBe(plain(unknown.body))
  house.clock.advance({ days: 366 })
  expect((await click(path)).statusCode).toBe(410)
  expect(await unsubscribed()).toBe(0)
})

describe('a person’s own page', () => {
  test('shows and changes which mails they want', async () => {
    const session = await site.enter({ personId: mentee.personId })
    const ticked = async () => {
      const { body } = await site.get('/me', session)
      expect(await validateHtml(body)).toEqual([])
      return [...body.matchAll(/name="kinds"\s+value="([\w-]+)"\s+checked/g)].map(
        ([, kind]) => kind,
      )
    }
    const all = ['meeting-reminder', 'check-in', 'reconfirmation', 'waiting']
    expect(await ticked()).toEqual(all)
    const answer = await site.post('/me/mails', { kinds: ['check-in', 'waiting'] }, session)
    expect(answer.statusCode).toBe(303)
    expect(await ticked()).toEqual(['check-in', 'waiting'])
    await site.post('/me/mails', { kinds: all }, session)
    expect(await ticked()).toEqual(all)
    expect((await site.post('/me/mails', { kinds: ['interview'] }, session)).statusCode).toBe(422)
  })
})

test('a coordinator says on the account page whether they want the digest', async () => {
  const session = await site.enter(await anAccount(house))
  const page = async () => (await site.get('/account', session)).body
  expect(await page()).toMatch(/value="digest"\s+checked/)
  await site.post('/account/mails', {}, session)
  expect(await page()).not.toMatch(/value="digest"\s+checked/)
  expect(await validateHtml(await page())).toEqual([])
})
