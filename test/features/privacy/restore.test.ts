import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, cp, readdir, rename, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Context, transact } from '../../../src/context.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { openDatabase } from '../../../src/db/open.ts'
import { appendToJournal, readJournal } from '../../../src/db/journal.ts'
import { registerPerson } from '../../../src/features/people/registration/register.ts'
import { RegisterMentor } from '../../../src/features/people/schema.ts'
import { erasePerson } from '../../../src/features/privacy/erase.ts'
import { replayErasures } from '../../../src/features/privacy/replay-erasures.ts'
import { startProgramme } from '../../../src/features/programmes/start.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMatch,
  aMentor,
  aProgramme,
  mentorForm,
  type Party,
  writeMails,
} from '../../support/people.ts'
import { freePort } from '../../support/port.ts'
import { createDatabase, dropDatabase } from '../../support/postgres.ts'
import { temporaryFolder } from '../../support/temporary.ts'

const house = useHouse()

/** A database of either engine, with its backup. */
interface Place {
  url: string
  /** Copies the database while no one is connected. */
  backUp(): Promise<void>
  /** Replaces the database by its backup; returns its address. */
  restore(): Promise<string>
  remove(): Promise<void>
}

async function inAFolder(): Promise<Place> {
  const { folder: url, remove } = await temporaryFolder('restore')
  const [data, copy] = [join(url, 'pgdata'), join(url, 'backup')]
  return {
    url,
    backUp: () => cp(data, copy, { recursive: true }),
    restore: async () => {
      await rm(data, { recursive: true })
      await cp(copy, data, { recursive: true })
      return url
    },
    remove: async () => remove(),
  }
}

async function onAServer(): Promise<Place> {
  const maintenance = inject('maintenance')
  const url = await createDatabase(maintenance, inject('template'))
  let copy: string | undefined
  return {
    url,
    backUp: async () => {
      copy = await createDatabase(maintenance, new URL(url).pathname.slice(1))
    },
    restore: async () => copy!,
    remove: async () => {
      for (const address of [url, copy])
        if (address !== undefined) await dropDatabase(maintenance, address)
    },
  }
}

/** Opens the database for some work and closes every connection afterwards. */
async function opened<Result>(
  url: string,
  journal: string,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(url)
  await migrate(database.kysely)
  const now = () => Temporal.Now.instant()
  const actor = { kind: 'system' } as const
  const result = await work({ database: database.kysely, journal, now, actor })
  await database.close()
  return result
}

const namesIn = (ctx: Context) =>
  transact(ctx, async ({ db }) => {
    const people = await db.selectFrom('person').select('name').orderBy('name').execute()
    return people.map(({ name }) => name)
  })

async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' })
  const said = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ])
  socket.destroy()
  return said
}

/** Starts the product and kills it once its port opens, to see what it does before that. */
async function startUntilReady(url: string, journal: string): Promise<void> {
  const port = await freePort()
  const env = { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: url }
  const product = spawn(process.execPath, ['src/main.ts'], {
    env: { ...env, JOURNAL_FOLDER: journal },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [product.stdout, product.stderr]) stream.on('data', (part) => (said += part))
  try {
    for (let tries = 0; !(await answers(port).catch(() => false)); tries++) {
      if (tries > 1_200 || product.exitCode !== null) throw new Error(`did not start:\n${said}`)
      await setTimeout(50)
    }
  } finally {
    if (product.exitCode === null && product.kill('SIGKILL')) await once(product, 'exit')
  }
}

let place: Place
beforeAll(async () => {
  place = await (inject('engine') === 'embedded' ? inAFolder() : onAServer())
})
afterAll(() => place?.remove())

test('an erased person is erased again before a restored database answers requests', async () => {
  const { folder: journal } = await temporaryFolder('restore-journal')
  const register = (ctx: Context, name: string) =>
    registerPerson(ctx, { role: 'mentor', command: RegisterMentor.parse(mentorForm({ name })) })
  const gone = await opened(place.url, journal, async (ctx) => {
    await startProgramme(ctx, { municipality: '0461', name: 'Mentor-match', alsoServes: [] })
    await register(ctx, 'Ida Bliver')
    return register(ctx, 'Kanarie Slettes')
  })
  await place.backUp()
  await opened(place.url, journal, async (ctx) => {
    await erasePerson(ctx, gone.enrolmentId)
    expect(await namesIn(ctx)).toEqual(['Ida Bliver'])
  })
  for (const line of await readJournal(journal, 'erased'))
    expect(line).toMatch(/^[0-9a-f]{64} 0461 [\d:.TZ-]+$/)
  const url = await place.restore()
  const { folder: nowhere } = await temporaryFolder('restore-nowhere')
  expect(await opened(url, nowhere, namesIn)).toEqual(['Ida Bliver', 'Kanarie Slettes'])
  await startUntilReady(url, journal)
  expect(await opened(url, nowhere, namesIn)).toEqual(['Ida Bliver'])
})

/** Adds journal lines that the database does not have, as after a restore. */
async function journalled(lines: readonly string[]): Promise<void> {
  await appendToJournal(house.ctx().journal, 'erased', lines, house.clock.now())
}

async function lineAbout({ personId }: Party, at = house.clock.now()): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(personId))
  return `${Buffer.from(bytes).toString('hex')} 0461 ${at.toString()}`
}

const isHere = async ({ personId }: Party) =>
  (await house.db.selectFrom('person').select('id').where('id', '=', personId).execute()).length ===
  1

test('the journals of all instances are read, also past a line that a crash cut short', async () => {
  await aProgramme(house)
  const [one, two, three, staying] = await severalPeople(4)
  const { journal } = house.ctx()
  await journalled([await lineAbout(one!)])
  const [file] = await readdir(journal)
  await appendFile(join(journal, file!), '3f786850e387550fdab836ed7e6')
  await journalled([await lineAbout(two!)])
  const elsewhere = file!.replace(/^(erased-\d+-\d+\.).*/, '$1elsewhere.txt')
  await rename(join(journal, file!), join(journal, elsewhere))
  await journalled([await lineAbout(three!)])
  expect(await replayErasures(house.ctx())).toBe(3)
  expect(await isHere(staying!)).toBe(true)
  expect(await replayErasures(house.ctx())).toBe(0)
})

async function severalPeople(count: number): Promise<Party[]> {
  return Promise.all(Array.from({ length: count }, () => aMentor(house)))
}

test('the other party, who was told the first time, is not told again', async () => {
  await aProgramme(house)
  const { mentor, mentee } = await aMatch(house)
  await writeMails(house)
  await journalled([await lineAbout(mentor)])
  expect(await replayErasures(house.ctx())).toBe(1)
  expect(await writeMails(house)).toEqual([])
  expect(await isHere(mentee)).toBe(true)
})

test('a journal line that a crash prevented is written from the database', async () => {
  const { coordinator } = await aProgramme(house)
  const mentor = await aMentor(house)
  await erasePerson(house.ctx(coordinator), mentor.enrolmentId)
  const { journal } = house.ctx()
  const written = (await readJournal(journal, 'erased')).sort()
  expect(written).toContain(await lineAbout(mentor))
  await rm(journal, { recursive: true })
  await replayErasures(house.ctx())
  expect((await readJournal(journal, 'erased')).sort()).toEqual(written)
  await replayErasures(house.ctx())
  expect(await readJournal(journal, 'erased')).toHaveLength(written.length)
})

test('an erasure is deleted from table and journal when its retention ends', async () => {
  await aProgramme(house)
  const mentor = await aMentor(house)
  await journalled([await lineAbout(mentor)])
  house.clock.advance({ days: 735 })
  expect(await replayErasures(house.ctx())).toBe(0)
  expect(await isHere(mentor)).toBe(true)
  expect(await readdir(house.ctx().journal)).toHaveLength(1)
  house.clock.advance({ days: 31 })
  await replayErasures(house.ctx())
  expect(await readdir(house.ctx().journal)).toEqual([])
})
