import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { BrokenEnvironment, type Config, readConfig } from './config.ts'
import type { Context } from './context.ts'
import { DatabaseInUse } from './db/lock.ts'
import { migrate } from './db/migrate.ts'
import { type Database, openDatabase } from './db/open.ts'
import { openQueue } from './db/queue.ts'
import { openDemo } from './demo/open.ts'
import { openSetUp } from './features/accounts/open-set-up.ts'
import { openTransport } from './mail/transport.ts'
import { composers, queues, startWorkers } from './workers.ts'

/** `EX_CONFIG` and `EX_CANTCREAT` of sysexits: service managers know not to try again. */
const exitCodes = { environment: 78, databaseInUse: 73 } as const

const demo = process.argv.includes('--demo')

try {
  await start(readConfig(demo ? demoEnvironment() : process.env))
} catch (error) {
  if (error instanceof BrokenEnvironment) fail(exitCodes.environment, error.message)
  if (error instanceof DatabaseInUse) fail(exitCodes.databaseInUse, error.message)
  throw error
}

async function start(config: Config): Promise<void> {
  const database = await openDatabase(config.databaseUrl)
  await migrate(database.kysely)
  const boss = await openQueue(database, queues)
  const ctx: Context = {
    database: database.kysely,
    boss,
    now: () => Temporal.Now.instant(),
    actor: { kind: 'system' },
  }
  const transport =
    config.smtpUrl === undefined ? undefined : openTransport(config.smtpUrl, config.mailFrom)
  const app = await buildApp(ctx, config, { demo })
  await startWorkers(ctx, { ...config, composers, transport })
  await app.listen({ host: config.host, port: config.port })
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.fatal({ name: err.name, stack: err.stack }, 'closing')
    await app.close()
    await boss.stop({ graceful: true, timeout: 5_000 })
    transport?.close()
    await database.close()
  })
  console.log(demo ? await openDemo(ctx, config) : await greeting(ctx, config, database))
}
