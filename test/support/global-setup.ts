import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/db/migrate.ts'
import { type Database, openEmbedded, openPostgres } from '../../src/db/open.ts'
import { openQueue } from '../../src/db/queue.ts'
import { queues } from './queues.ts'
import { addressOf, execute, owner, startPostgres } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The engine the project runs on. */
    engine: 'postgres' | 'embedded'
    /** The address of PostgreSQL's maintenance database. */
    maintenance: string
    /** The migrated database every test file copies. */
    template: string
    /** A file with the same, for the embedded database. */
    embeddedTemplate: string
  }
}

const template = 'makker_template'

/** Migrates one database per engine, once: every test file copies it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [server, folder] = await Promise.all([preparePostgres(), prepareEmbedded()])
  project.provide('maintenance', server.maintenance)
  project.provide('template', template)
  project.provide('embeddedTemplate', join(folder, 'template.tar'))
  return async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function preparePostgres() {
  const server = await startPostgres()
  try {
    await execute(server.maintenance, `create role ${owner} login createrole`)
    await execute(server.maintenance, `create database ${template} owner ${owner}`)
    await prepare(openPostgres(addressOf(server.maintenance, template), 2))
  } catch (error) {
    await server.stop()
    throw error
  }
  return server
}

async function prepareEmbedded(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'makker-embedded-'))
  const pglite = await PGlite.create()
  await prepare(openEmbedded(pglite), async () => {
    const dump = await pglite.dumpDataDir('none')
    await writeFile(join(folder, 'template.tar'), Buffer.from(await dump.arrayBuffer()))
  })
  return folder
}

/** Leaves no connection behind: PostgreSQL copies only a database nobody is connected to. */
async function prepare(database: Database, keep = async () => {}): Promise<void> {
  try {
    await migrate(database.kysely)
    const boss = await openQueue(database, queues)
    await boss.stop({ graceful: false })
    await keep()
  } finally {
    await database.close()
  }
}
