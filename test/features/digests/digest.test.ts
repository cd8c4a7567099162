import { beforeEach, describe, expect, test } from 'vitest'
import { mondays } from '../../../src/duties/schedule.ts'
import { openTransport } from '../../../src/mail/transport.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { anOffice, dutyRows, sendMails, work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { useMailServer } from '../../support/mail-server.ts'
import { aPastMeeting, aRunningPair } from '../../support/pairs.ts'
import {
  aMatch,
  aMeeting,
  aMentee,
  aMentor,
  aProgramme,
  type Programme,
  writeMails,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
const server = useMailServer()
const password = 'set'
let programme: Programme
beforeEach(async () => {
  // A Monday, a quarter to seven in Denmark.
  house.clock.set('2026-11-23T05:45Z')
  programme = await aProgramme(house)
})

/** The overviews that wait or were sent. */
const digests = () =>
  house.db
    .selectFrom('mail')
    .select(['accountId', 'state', 'createdAt'])
    .where('kind', '=', 'digest')
    .orderBy('id')
    .execute()

/** What the overviews of this Monday say, by the name of their reader. */
async function writeDigests(): Promise<Map<string, string>> {
  await writeMails(house)
  await work(house, ['digest'])
  const mails = await writeMails(house)
  return new Map(mails.map(({ to, text }) => [to.name, text.replace(/[\u2066-\u2069]/g, '')]))
}

async function speaking(locale: string, name: string): Promise<void> {
  const { accountId } = await anAccount(house, { name, password })
  await house.db.updateTable('account').set({ locale }).where('id', '=', accountId).execute()
}

describe('the week’s overview', () => {
  test.each([
    ['the week the clocks go forward', '2027-03-22T06:00Z', '2027-03-29T05:00Z'],
    ['the week they go back', '2027-10-25T05:00Z', '2027-11-01T06:00Z'],
    ['a Sunday night', '2026-11-29T23:59:59Z', '2026-11-30T06:00Z'],
    ['a Monday before seven', '2026-11-23T05:59:59Z', '2026-11-23T06:00Z'],
  ])('is due at seven on Monday in Denmark: %s', (_, now, next) => {
    const due = mondays(Temporal.Instant.from(now))
    expect(due.toString()).toBe(Temporal.Instant.from(next).toString())
  })

  test.each(['2026-11-23', '2027-03-22', '2027-10-25'])(
    'is queued once a week for three weeks from %s, and not at an installation on the Thursday before',
    async (day) => {
      await anAccount(house, { password })
      const zone = 'Europe/Copenhagen'
      const atSeven = { timeZone: zone, plainTime: '07:00' }
      const first = Temporal.PlainDate.from(day).toZonedDateTime(atSeven)
      house.clock.set(first.subtract({ days: 4 }).toInstant().toString())
      for (let time = 0; time < 4; time++) {
        await work(house, ['digest'])
        const [duty] = await dutyRows(house, 'digest')
        house.clock.set(duty!.dueAt.toString())
      }
      const queued = (await digests()).map(({ createdAt }) =>
        createdAt.toZonedDateTimeISO(zone).toPlainDateTime().toString(),
      )
      const weeks = [0, 1, 2].map((week) => first.add({ weeks: week }).toPlainDateTime().toString())
      expect(queued).toEqual(weeks)
    },
  )

  test('counts what each coordinator has to do, in their municipality only, and names nobody', async () => {
    const pair = { mentor: await aMentor(house), mentee: await aMentee(house) }
    await aMeeting(house, programme, { pair, startsAt: '2026-11-25T13:00:00+01:00' })
    await aPastMeeting(house, { ...(await aMatch(house)), programme }, '2026-11-20T15:00:00Z', {
      state: 'scheduled',
      mentor: 'unknown',
      mentee: 'unknown',
    })
    await aRunningPair(house, programme, '2026-09-01')
    await aMentor(house)
    await aMentee(house)
    await aMentee(house)
    const elsewhere = await aProgramme(house, { municipality: '0101' })
    expect(elsewhere.municipality).toBe('0101')
    await aMentee(house, { residence: '0101' })
    await anAccount(house, { name: 'Olga Odense', password })
    await anAccount(house, { name: 'Kurt København', municipality: '0101', password })
    await anAccount(house, { name: 'Ny Kollega' })
    const gone = await anAccount(house, { name: 'Gerd Gået', password })
    await house.db
      .updateTable('account')
      .set({ disabledAt: house.clock.now() })
      .where('id', '=', gone.accountId)
      .execute()
    const written = await writeDigests()
    expect([...written.keys()].sort()).toEqual(['Kurt København', 'Olga Odense'])
    const [odense, copenhagen] = [written.get('Olga Odense')!, written.get('Kurt København')!]
    const counts = (text: string) => [...text.matchAll(/^.+: (\d+)$/gm)].map(([, count]) => count)
    expect(counts(odense)).toEqual(['1', '1', '1', '3'])
    expect(counts(copenhagen)).toEqual(['0', '0', '0', '1'])
    const names = await house.db.selectFrom('person').select('name').execute()
    const words = names.flatMap(({ name }) => name.replace(/\d/g, '').trim().split(' '))
    expect(words.filter((word) => odense.includes(word))).toEqual([])
  })

  test('links to pages that a coordinator can open', async () => {
    await aMentee(house)
    const account = await anAccount(house, { name: 'Olga Odense', password })
    const text = (await writeDigests()).get('Olga Odense')!
    const session = await site.enter(account)
    const paths = [...text.matchAll(/http:\/\/localhost:3000(\S+)/g)].map(([, path]) => path!)
    expect(paths).toHaveLength(4)
    for (const path of paths) expect((await site.get(path, session)).statusCode, path).toBe(200)
  })

  test('is not sent when there is nothing in it', async () => {
    await anAccount(house, { password })
    expect(await writeDigests()).toEqual(new Map())
    expect((await digests()).map(({ state }) => state)).toEqual(['cancelled'])
  })

  test.each([
    ['da', 'Personer, der venter på en makker: 1'],
    ['en', 'People who wait for a match: 1'],
    ['ar', 'أشخاص ينتظرون ثنائيًا: 1'],
  ])('is written in the language that the coordinator chose: %s', async (locale, line) => {
    await aMentee(house)
    await speaking(locale, 'Olga Odense')
    const text = (await writeDigests()).get('Olga Odense')!
    expect(text).toContain(line)
    expect(text).toContain('Personer, der venter på en makker: 1')
  })
})

test('a coordinator unsubscribes by one click of the mail program, and gets no more', async () => {
  await aMentee(house)
  await anAccount(house, { password })
  await writeMails(house)
  const send = async () => {
    await work(house, ['digest'])
    const transport = openTransport(`${server.url}?ignoreTLS=true`, 'makker@example.dk')
    await sendMails(house, anOffice(transport))
    transport.close()
    return server.received.map(({ message }) => message)
  }
  const [mail] = await send()
  const lines = Object.fromEntries(mail!.headerLines.map(({ key, line }) => [key, line]))
  expect(lines['list-unsubscribe-post']).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  const url = /<http:\/\/localhost:3000(.*)>/.exec(lines['list-unsubscribe']!)![1]!
  const answer = await site.inject({
    ...{ method: 'POST', url, payload: 'List-Unsubscribe=One-Click' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.statusCode).toBe(200)
  house.clock.advance({ days: 7, hours: 1 })
  expect(await send()).toHaveLength(1)
  expect((await digests()).map(({ state }) => state)).toEqual(['sent', 'cancelled'])
})
