import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../src/context.ts'
import type { MailKind } from '../../src/mail/message.ts'
import type { FailedMail, PostOffice } from '../../src/mail/outbox/office.ts'
import { openOutbox } from '../../src/mail/outbox/send-due.ts'
import { queueMail } from '../../src/mail/queue-mail.ts'
import { openTransport } from '../../src/mail/transport.ts'
import { aLease, anOffice, sendMails } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'
import { useMailServer } from '../support/mail-server.ts'
import { writeOffers } from '../support/many-offers.ts'
import { aMentee, aMentor, anOffer, aProgramme } from '../support/people.ts'
import { openKinds } from '../support/tasks.ts'

const house = useHouse()
const server = useMailServer()
beforeEach(() => aProgramme(house))

const mails = () => house.db.selectFrom('mail').selectAll().orderBy('id').execute()
/** Two are asked, and a mail to each waits. */
async function anOfferOut(email = 'hanne@example.dk') {
  return anOffer(house, { mentor: await aMentor(house, { email }), mentee: await aMentee(house) })
}

/** The outbox of a process, and what it logs. */
function anOutbox(url = server.url, given: Partial<PostOffice> = {}) {
  const transport = openTransport(`${url}?ignoreTLS=true`, 'makker@example.dk')
  const failed: FailedMail[] = []
  const onFailure = (one: FailedMail) => failed.push(one)
  const work = openOutbox(anOffice(transport, { onFailure, ...given }))
  return {
    failed,
    send: async () => {
      await work(house.ctx(), '', aLease)
      transport.close()
    },
  }
}
const send = (url?: string, given?: Partial<PostOffice>) => anOutbox(url, given).send()
const nowhere = 'smtp://127.0.0.1:1'

describe('a mail server that is away', () => {
  test('all weekend loses nothing: on Monday both mails leave, once', async () => {
    await anOfferOut()
    for (let hours = 0; hours < 63; hours += 9) {
      await send(nowhere)
      house.clock.advance({ hours: 9 })
    }
    expect(await mails()).toMatchObject([{ state: 'pending' }, { state: 'pending' }])
    await send()
    expect(server.received).toHaveLength(2)
    expect(await mails()).toMatchObject([{ state: 'sent' }, { state: 'sent' }])
  })

  test('for five days fails its mails, with the reason, and a task', async () => {
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
    await send()
    expect(server.received).toEqual([])
  })

  test('is said in the log by id and code', async () => {
    await anOfferOut()
    const { failed, send } = anOutbox(nowhere)
    await send()
    const ids = (await mails()).map(({ id }) => id)
    expect(failed.map(({ mailId }) => mailId).toSorted()).toEqual(ids)
    const said = { kind: 'answer-request', failure: 'ESOCKET CONN', failures: 1, state: 'pending' }
    expect(failed).toMatchObject([said, said])
  })

  test('is asked by four mails, not by all, and a minute later by one', async () => {
    for (let offers = 0; offers < 4; offers++) await anOfferOut(`hanne-${offers}@example.dk`)
    const tries = async () => (await mails()).reduce((sum, { attempts }) => sum + attempts, 0)
    const outbox = anOutbox(nowhere)
    await outbox.send()
    expect(await tries()).toBe(4)
    house.clock.advance({ seconds: 59 })
    await outbox.send()
    expect(await tries()).toBe(4)
    house.clock.advance({ seconds: 1 })
    await outbox.send()
    expect(await tries()).toBe(5)
    house.clock.advance({ hours: 2 })
    await send()
    expect(server.received).toHaveLength(8)
  })
})

test('a mail that the server does not take now waits 1, 5, 15 and 60 minutes, then an hour, or a fifth longer', async () => {
  await anOfferOut()
  server.refuse('recipient', 450)
  const waits: number[] = []
  for (let tries = 0; tries < 6; tries++) {
    await send()
    const due = (await mails()).map(({ dueAt }) => house.clock.now().until(dueAt).total('minutes'))
    waits.push(Math.min(...due), Math.max(...due))
    house.clock.advance({ minutes: Math.ceil(Math.max(...due)) })
  }
  for (const [at, minutes] of [1, 1, 5, 5, 15, 15, 60, 60, 60, 60, 60, 60].entries()) {
    expect(waits[at]).toBeGreaterThanOrEqual(minutes)
    expect(waits[at]).toBeLessThanOrEqual(minutes * 1.2)
  }
})

test('a mail that the server refuses is a task at once, with the reason', async () => {
  await anOfferOut()
  server.refuse('recipient', 550, 'hanne@example.dk')
  await send()
  expect((await mails()).map(({ state, failure }) => [state, failure]).toSorted()).toEqual([
    ['refused', 'EENVELOPE 550 RCPT TO'],
    ['sent', null],
  ])
  expect(await openKinds(house)).toEqual(['mail_refused'])
})

describe('one reader', () => {
  /** Mails of these kinds to one reader, each a second after the one before. */
  async function waiting(...kinds: MailKind[]) {
    const { personId } = await aMentor(house, { email: 'hanne@example.dk' })
    for (const kind of kinds) {
      await transact(house.ctx(), (ctx) =>
        queueMail(ctx, { kind, municipality: '0461', to: { personId } }),
      )
      house.clock.advance({ seconds: 1 })
    }
  }
  const subjects = () => server.received.map(({ message }) => message.subject)
  /** Each mail says which kind it is. */
  const composers = new Proxy({} as PostOffice['composers'], {
    get: (_, kind) => async () => ({
      write: () => ({ subject: String(kind), heading: 'Hej', paragraphs: [] }),
    }),
  })

  test('gets mails in the order of their causes, and waits for the first to be taken', async () => {
    await waiting('answer-request', 'meeting-invitation', 'meeting-cancelled')
    server.refuse('recipient', 451)
    await send(server.url, { composers })
    house.clock.advance({ seconds: 30 })
    server.reset()
    await send(server.url, { composers })
    expect(subjects()).toEqual([])
    house.clock.advance({ minutes: 2 })
    await send(server.url, { composers })
    expect(subjects()).toEqual(['answer-request', 'meeting-invitation', 'meeting-cancelled'])
  })

  test('gets the next one although the first was refused', async () => {
    await waiting('answer-request', 'meeting-invitation')
    const refusesFirst = {
      send: async (message: { subject: string }) =>
        message.subject === 'answer-request'
          ? ({ result: 'refused', failure: 'EMESSAGE 554 DATA' } as const)
          : ({ result: 'sent' } as const),
      close: () => {},
    }
    await send(server.url, { composers, transport: refusesFirst })
    expect(await mails()).toMatchObject([{ state: 'refused' }, { state: 'sent' }])
  })

  test('gets one at a time', async () => {
    await waiting('answer-request', 'meeting-invitation', 'own-page-link', 'registration')
    let underWay = 0
    const counting = {
      send: async () => {
        expect(++underWay).toBe(1)
        await new Promise(setImmediate)
        underWay--
        return { result: 'sent' } as const
      },
      close: () => {},
    }
    await send(server.url, { composers, transport: counting })
    expect(await mails()).toMatchObject(Array(4).fill({ state: 'sent' }))
  })

  test('gets a link to sign in although an earlier mail waits', async () => {
    await waiting('answer-request')
    server.refuse('recipient', 451)
    await send(server.url, { composers })
    server.reset()
    await waiting()
    const { personId } = (await mails())[0]!
    await transact(house.ctx(), (ctx) =>
      queueMail(ctx, {
        ...{ kind: 'own-page-link', municipality: '0461', to: { personId: personId! } },
      }),
    )
    await send(server.url, { composers })
    expect(subjects()).toEqual(['own-page-link'])
  })

  test('gets the mails that can be written, where one cannot', async () => {
    await waiting('answer-request', 'own-page-link')
    const failing = async () => {
      throw Object.assign(new Error('hanne@example.dk'), { code: 'EBROKEN' })
    }
    const broken = { ...anOffice().composers, 'answer-request': failing }
    broken['own-page-link'] = composers['own-page-link']
    await send(server.url, { composers: broken })
    expect(await mails()).toMatchObject([
      { state: 'pending', failure: 'EBROKEN', failures: 1 },
      { state: 'sent', failure: null },
    ])
  })
})

test('no more leave in a minute than the mail server takes', async () => {
  await writeOffers(house, 2)
  const leftAt: number[] = []
  const transport = {
    send: async () => {
      leftAt.push(performance.now())
      return { result: 'sent' } as const
    },
    close: () => {},
  }
  const begunAt = performance.now()
  await send(server.url, { transport, mailsPerMinute: 600 })
  // From before the first leaves: how long it takes to be handed over is not the pace's.
  expect(leftAt.map((at, mail) => at - begunAt >= 100 * mail)).toEqual([true, true, true, true])
})

test('a backlog without a mail server is kept in batches that grow, not four by four', async () => {
  await writeOffers(house, 100)
  let takes = 0
  const isHeld = async () => {
    takes += 1
    return true
  }
  await sendMails(house, anOffice(), { ...aLease, isHeld })
  expect(await mails()).toMatchObject(Array(200).fill({ state: 'kept' }))
  expect(takes).toBeLessThan(25)
})
