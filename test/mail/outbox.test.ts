import { beforeEach, describe, expect, test } from 'vitest'
import type { FailedDuty } from '../../src/duties/perform.ts'
import { type MailTransport, openTransport } from '../../src/mail/transport.ts'
import { anOffice, dutyRows, someDuties, workDue } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'
import { useMailServer } from '../support/mail-server.ts'
import { aMentee, aMentor, anOffer, aProgramme } from '../support/people.ts'
import { openKinds } from '../support/tasks.ts'

const house = useHouse()
const server = useMailServer()
beforeEach(() => aProgramme(house))

const mails = () =>
  house.db.selectFrom('mail').select(['id', 'state', 'failure', 'attempts']).execute()
/** Two are asked, and a mail to each waits. */
async function anOfferOut(email = 'hanne@example.dk') {
  return anOffer(house, { mentor: await aMentor(house, { email }), mentee: await aMentee(house) })
}

let failed: FailedDuty[] = []
/** Sends all that is due now. */
async function send(url: string) {
  const transport: MailTransport = openTransport(`${url}?ignoreTLS=true`, 'makker@example.dk')
  failed = []
  try {
    await workDue(house.ctx(), someDuties(['mail'], anOffice(transport)), {
      onFailure: (failure) => failed.push(failure),
    })
  } finally {
    transport.close()
  }
}
const nowhere = 'smtp://127.0.0.1:1'

describe('a mail server that is away', () => {
  test('all weekend loses nothing: on Monday both mails leave, once', async () => {
    await anOfferOut()
    for (let hours = 0; hours < 63; hours += 9) {
      await send(nowhere)
      house.clock.advance({ hours: 9 })
    }
    expect(await mails()).toMatchObject([{ state: 'pending' }, { state: 'pending' }])
    await send(server.url)
    expect(server.received).toHaveLength(2)
    expect(await mails()).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
    expect(await dutyRows(house, 'mail')).toEqual([])
  })

  test('for five days fails its mails, with the reason, a task, and a line in the log without an address', async () => {
    const { proposalId } = await anOfferOut()
    // Still asked: what is not asked any more is not sent, and no failure.
    await house.db
      .updateTable('proposal')
      .set({ expiresAt: house.clock.now().add({ hours: 24 * 30 }) })
      .where('id', '=', proposalId)
      .execute()
    for (let hours = 0; hours <= 5 * 24; hours += 12) {
      await send(nowhere)
      house.clock.advance({ hours: 12 })
    }
    expect(await mails()).toMatchObject(
      Array(2).fill({ state: 'failed', failure: 'ESOCKET CONN', attempts: 11 }),
    )
    expect(await openKinds(house)).toEqual(['mail_failed', 'mail_failed'])
    await send(server.url)
    expect(server.received).toEqual([])
  })

  test('says in the log what failed, by id and code', async () => {
    await anOfferOut()
    await send(nowhere)
    expect(failed.map(({ error, ...rest }) => rest)).toMatchObject(
      Array(2).fill({ duty: 'mail', failure: 'ESOCKET CONN', failures: 1, isGivenUp: false }),
    )
  })
})

test('a mail that the server refuses is a task at once, with the reason', async () => {
  await anOfferOut()
  server.refuse('recipient', 550, 'hanne@example.dk')
  await send(server.url)
  expect((await mails()).map(({ state, failure }) => [state, failure]).toSorted()).toEqual([
    ['refused', 'EENVELOPE 550 RCPT TO'],
    ['sent', null],
  ])
  expect(await openKinds(house)).toEqual(['mail_refused'])
})
