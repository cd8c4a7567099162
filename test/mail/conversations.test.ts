import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOutbox } from '../../src/mail/outbox/send-due.ts'
import type { FailedMail } from '../../src/mail/outbox/office.ts'
import { openTransport } from '../../src/mail/transport.ts'
import { aLease, anOffice } from '../support/duties.ts'
import { useHouse } from '../support/house.ts'
import { aMentee, aMentor, anOffer, aProgramme } from '../support/people.ts'
import { type Random, seededRandom } from '../support/random.ts'
import {
  type Act,
  type Script,
  type ScriptedMailServer,
  type Stage,
  startScriptedMailServer,
} from '../support/scripted-mail-server.ts'
import { openKinds } from '../support/tasks.ts'
import { seeds } from '../support/tries.ts'

const house = useHouse()
let server: ScriptedMailServer
beforeAll(async () => {
  server = await startScriptedMailServer()
})
afterAll(() => server?.stop())

/** Of whom nothing may stand in a failure, in the log, or on the wire unencrypted. */
const reader = { name: 'Hanne Kanarie', email: 'kanarie@example.dk' }
const password = 'kanarie-word'

/** What the server does to the mail each time it is tried, until it agrees. */
interface Conversation {
  encryption: Script['encryption']
  /** How the address demands it; the server may be one that the client cannot trust. */
  query: string[]
  pipelining: boolean
  signsIn: boolean
  urgent: boolean
  tries: Try[]
}

type Try =
  | { at: Stage; act: Act; breaks?: 'database'; isKept?: boolean; after?: number }
  /** Nobody listens. */
  | { at: 'port'; after?: number }

type Result = 'agreed' | 'refused' | 'later' | 'unknown'

const codes = {
  1: ['150'],
  2: ['250', '252'],
  3: ['334', '354'],
  4: ['421', '450', '451', '452', '454'],
  5: ['500', '502', '503', '530', '535', '550', '552', '554'],
}
const malformed = ['hello', 'x50 no', '5 no', '55 no', '5500 no', '999 no', '-250 yes', ' 250 yes']

const mailStages: ReadonlySet<Stage> = new Set(['sender', 'recipient', 'DATA', 'content'])

function aConversation(random: Random): Conversation {
  const encryption = random.pick(['none', 'starttls', 'starttls', 'implicit'] as const)
  const signsIn = random.chance(0.5)
  const query = encryption === 'none' ? ['ignoreTLS=true'] : ['tls.rejectUnauthorized=false']
  if (encryption === 'starttls' && random.chance(0.5)) query.push('requireTLS=true')
  const stages: Stage[] = [
    ...(encryption === 'implicit' ? (['handshake'] as const) : []),
    ...(['greeting', 'EHLO'] as const),
    ...(encryption === 'starttls' ? (['STARTTLS', 'handshake', 'encrypted EHLO'] as const) : []),
    ...(signsIn ? (['AUTH'] as const) : []),
    ...(['sender', 'recipient', 'DATA', 'content', 'content', 'content'] as const),
  ]
  const aTry = (): Try => {
    const at = random.pick(stages)
    return {
      at,
      // By a connection that is kept, or by one that begins.
      isKept: mailStages.has(at) && random.chance(0.5),
      act: anAct(random),
      ...(random.chance(0.05) && { breaks: 'database' }),
    }
  }
  const common = { encryption, query, signsIn, pipelining: random.chance(0.5) }
  return { ...common, urgent: random.chance(0.2), tries: triesOf(random, aTry) }
}

function triesOf(random: Random, aTry: () => Try): Try[] {
  const kind = random.below(100)
  // Down for 72 hours; now and then tried as often as it is due.
  if (kind === 0 && random.chance(0.2)) return Array.from({ length: 76 }, () => ({ at: 'port' }))
  if (kind < 5) return Array.from({ length: 8 }, () => ({ at: 'port', after: 9 }))
  // The same for six days.
  if (kind < 10) {
    const always = random.chance(0.3) ? ({ at: 'port' } as const) : aTry()
    return Array.from({ length: 12 }, () => ({ ...always, after: 12 }))
  }
  return Array.from({ length: 1 + random.below(3) }, aTry)
}

function anAct(random: Random): Act {
  const kind = random.below(20)
  if (kind === 0) return { does: 'nothing' }
  if (kind === 1) return { does: 'drip' }
  if (kind < 5)
    return { does: 'cut', after: random.pick(['', '2', '250-yes\r\n', '550', '451 no']) }
  const about = `<${reader.email}> ${reader.name}`
  if (kind < 8) return { does: 'say', reply: random.pick(malformed) }
  const code = random.pick(codes[random.pick([1, 2, 3, 4, 4, 5, 5, 5] as const)])
  const lines = random.chance(0.3) ? `${code}-${about}\r\n${code}-\r\n` : ''
  return { does: 'say', reply: `${lines}${code} ${about}`, slowly: random.chance(0.1) }
}

/** What the outbox should make of a try: told by the rules, not by the code. */
function resultOf({ encryption }: Conversation, tried: Try): Result {
  if (tried.at === 'port') return 'later'
  const { at, act } = tried
  const isAboutTheMail = mailStages.has(at)
  const said = act.does === 'say' ? act.reply : act.does === 'cut' ? act.after : ''
  const isWhole = act.does === 'say'
  const code = isWhole || /^\d{3} /.test(said) ? Number(/^(\d{3})[ -]/.exec(said)?.[1]) : Number.NaN
  if (isWhole && agrees(at, code)) return 'agreed'
  // An older server that knows no EHLO is greeted by HELO, where no encryption is asked for.
  if (at === 'EHLO' && encryption === 'none' && isWhole && code !== 421) return 'agreed'
  const isNo = code >= 400 && code < 600
  if (at === 'content' && !isNo) return 'unknown'
  const isFinal = code >= 500 && ![503, 530, 535].includes(code)
  return isAboutTheMail && isWhole && isNo && isFinal ? 'refused' : 'later'
}

function agrees(at: Stage, code: number): boolean {
  if (at === 'handshake') return false
  if (at === 'greeting') return code === 220
  if (at === 'DATA') return code >= 200 && code < 400
  return code >= 200 && code < 300
}

/** What the rules make of a mail, try after try. */
interface Expected {
  state: string
  failures: number
  attempts: number
  /** How often the server had it whole. */
  arrived: number
  isUnknown: boolean
  /** When it is due, at the earliest and at the latest. */
  due: [Temporal.Instant, Temporal.Instant]
}

function after(
  before: Expected,
  result: Result,
  { urgent, since, hasArrived }: { urgent: boolean; since: Temporal.Instant; hasArrived: boolean },
): Expected {
  const now = house.clock.now()
  const tried = {
    ...before,
    attempts: before.attempts + 1,
    arrived: before.arrived + Number(hasArrived),
    due: [now, now] as Expected['due'],
  }
  if (result === 'agreed') return { ...tried, state: 'sent', failures: 0 }
  if (result === 'unknown') {
    if (urgent || before.isUnknown) return { ...tried, state: 'unknown', isUnknown: true }
    const again = now.add({ minutes: 5 })
    return { ...tried, isUnknown: true, due: [again, again] }
  }
  const failures = before.failures + 1
  if (result === 'refused') return { ...tried, failures, state: 'refused' }
  if (since.until(now).total('hours') >= 5 * 24) return { ...tried, failures, state: 'failed' }
  const seconds = 60 * [1, 5, 15, 60][Math.min(failures, 4) - 1]!
  return { ...tried, failures, due: [now.add({ seconds }), now.add({ seconds: seconds * 1.2 })] }
}

test('a mail ends as it should, whatever the mail server does', async () => {
  await aProgramme(house)
  const mentor = await aMentor(house, reader)
  const { proposalId } = await anOffer(house, { mentor, mentee: await aMentee(house) })
  const later = house.clock.now().add({ hours: 24 * 60 })
  await house.db.updateTable('proposal').set({ expiresAt: later }).execute()
  const ends: Record<string, number> = {}
  for (const seed of seeds(1_000, 24)) {
    const plan = aConversation(seededRandom(seed))
    const about = { personId: mentor.personId, subjectId: proposalId }
    const end = await converse(plan, about).catch((error: unknown) => {
      throw new Error(`SEED=${seed} draws ${JSON.stringify(plan)}`, { cause: error })
    })
    ends[end] = (ends[end] ?? 0) + 1
  }
  console.log(ends)
})

/** Has a mail sent to a server that keeps to the plan, and compares each step with the rules. */
async function converse(
  plan: Conversation,
  about: { personId: string; subjectId: string },
): Promise<string> {
  house.clock.reset()
  server.reset()
  await house.db.deleteFrom('task').execute()
  await house.db.deleteFrom('mail').execute()
  const since = house.clock.now()
  const { id } = await house.db
    .insertInto('mail')
    .values({
      ...{ ...about, kind: 'answer-request', municipality: '0461', urgent: plan.urgent },
      ...{ since, dueAt: since, createdAt: since, state: 'pending' },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const log: FailedMail[] = []
  let outbox: Outbox | undefined
  let expected: Expected = {
    ...{ state: 'pending', failures: 0, attempts: 0, arrived: 0, isUnknown: false },
    due: [since, since],
  }
  const settle = async (tried: Try | undefined) => {
    const isKept = tried !== undefined && tried.at !== 'port' && tried.isKept === true
    if (!isKept || outbox?.waits !== waitsFor(tried)) {
      outbox?.close()
      outbox = anOutbox(plan, tried, log)
    }
    await sendAgainst(plan, tried, outbox)
    const result = tried === undefined ? 'agreed' : resultOf(plan, tried)
    const hasArrived = result === 'agreed' || tried?.at === 'content'
    expected = after(expected, result, { urgent: plan.urgent, since, hasArrived })
    await compare(id, expected, result)
  }
  for (const tried of [...plan.tries, undefined]) {
    await settle(tried)
    if (expected.state !== 'pending') break
    const { dueAt } = await mailOf(id)
    house.clock.set(later(dueAt, house.clock.now().add({ hours: tried?.after ?? 0 })).toString())
  }
  outbox?.close()
  // What has come to its end is not sent again.
  house.clock.advance({ hours: 2 })
  outbox = anOutbox(plan, undefined, log)
  await sendAgainst(plan, undefined, outbox)
  outbox.close()
  await compare(id, expected)

  const kinds = { refused: ['mail_refused'], failed: ['mail_failed'] }[expected.state] ?? []
  expect(await openKinds(house)).toEqual(kinds)
  expect(server.arrived).toEqual(Array(expected.arrived).fill(`<${id}@localhost>`))
  expect(JSON.stringify(log)).not.toMatch(/kanarie/i)
  if (plan.encryption !== 'none')
    expect(server.clear).not.toMatch(/kanarie|AUTH|MAIL FROM|RCPT|DATA|answer/i)
  return expected.state
}

const mailOf = (id: string) =>
  house.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

async function compare(id: string, expected: Expected, result?: Result): Promise<void> {
  const { due, arrived, isUnknown, ...common } = expected
  const mail = await mailOf(id)
  expect(mail).toMatchObject(common)
  if (expected.state === 'pending')
    expect([later(mail.dueAt, due[0]), later(mail.dueAt, due[1])]).toEqual([mail.dueAt, due[1]])
  if (result === 'agreed') expect(mail.failure).toBe(null)
  else if (result !== undefined)
    expect(mail.failure).toMatch(
      /^E[A-Z]+( \d+)? (CONN|EHLO|STARTTLS|AUTH PLAIN|MAIL FROM|RCPT TO|DATA)$/,
    )
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}

type Outbox = ReturnType<typeof anOutbox>

/** Long enough for every answer, or so short that a test can wait for none. */
function waitsFor(tried: Try | undefined): 'long' | 'briefly' | 'in vain' {
  if (tried === undefined) return 'long'
  if (tried.at === 'port') return 'in vain'
  const { act } = tried
  const isEndless = act.does === 'say' && tried.at === 'AUTH' && /^334/m.test(act.reply)
  return act.does === 'nothing' || act.does === 'drip' || isEndless ? 'briefly' : 'long'
}

/** The outbox of a process that has started, and waits as long for the server as the try needs. */
function anOutbox(plan: Conversation, tried: Try | undefined, log: FailedMail[]) {
  const waits = waitsFor(tried)
  const query = [...plan.query]
  if (waits === 'briefly')
    for (const name of ['connection', 'greeting', 'socket']) query.push(`${name}Timeout=300`)
  const scheme = plan.encryption === 'implicit' ? 'smtps' : 'smtp'
  const login = plan.signsIn ? `makker:${password}@` : ''
  const port = waits === 'in vain' ? 1 : server.port
  const url = `${scheme}://${login}127.0.0.1:${port}?${query.join('&')}`
  const transport = openTransport(url, 'makker@example.dk', waits === 'briefly' ? 600 : undefined)
  const onFailure = (failed: FailedMail) => log.push(failed)
  const work = openOutbox(anOffice(transport, { onFailure, keepsLinks: false }))
  return { waits, close: transport.close, send: () => work(house.ctx(), '', aLease) }
}

async function sendAgainst(
  { encryption, pipelining, signsIn }: Conversation,
  tried: Try | undefined,
  outbox: Outbox,
): Promise<void> {
  const script = { encryption, pipelining, signsIn }
  if (tried === undefined || tried.at === 'port') {
    server.follow(script)
    return outbox.send()
  }
  const breaks = house.engine === 'postgres' && tried.breaks === 'database'
  let mended: Promise<void> | undefined
  const onReached = () => {
    if (breaks) mended ??= loseDatabase()
  }
  server.follow({ ...script, deviation: tried, onReached })
  // What is under way is settled all the same; that no more could be taken up is an error of the duty.
  await outbox.send().catch((error: unknown) => {
    if (!breaks) throw error
  })
  await mended
}

/** For a moment the product cannot reach its database, and what it was doing there is undone. */
async function loseDatabase(): Promise<void> {
  const name = new URL(house.address).pathname.slice(1)
  const limit = (most: number) =>
    sql`alter database ${sql.id(name)} connection limit ${sql.lit(most)}`.execute(house.db)
  await limit(0)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = ${name} and usename <> 'postgres'`.execute(house.db)
  await setTimeout(300)
  await limit(-1)
}
