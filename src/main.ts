import { rmSync } from 'node:fs'
import closeWithGrace from 'close-with-grace'
import { buildApp } from './app.ts'
import { BrokenEnvironment, type Config, readConfig, readDemoConfig } from './config.ts'
import type { Context } from './context.ts'
import { checkRules } from './db/check-rules.ts'
import { prepareJournal } from './db/journal.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { startWorking, type Workers } from './duties/work.ts'
import { BrokenSeal, openKeyRing } from './db/seal.ts'
import { demoClock, resumeClock } from './demo/clock.ts'
import { openDemo } from './demo/open.ts'
import { openLinks } from './features/accounts/links/open-link.ts'
import { openSetUp } from './features/accounts/open-set-up.ts'
import { setPasswordCost } from './features/accounts/password.ts'
import { sealSecrets } from './features/accounts/second-factor/seal-secrets.ts'
import { resealConcerns } from './features/concerns/reseal-concerns.ts'
import { replayErasures } from './features/privacy/replay-erasures.ts'
import { startAnswering } from './features/runs/thread/in-thread.ts'
import { openMailTask } from './features/tasks/open-mail-task.ts'
import { resolveMailTasks } from './features/tasks/resolve-mail-tasks.ts'
import type { FailedMail } from './mail/outbox/office.ts'
import { openSmsTransport } from './mail/sms/transport.ts'
import { openTransportThread } from './mail/open-transport-thread.ts'
import { endWithRefusal } from './refusals.ts'
import { withoutData } from './web/send-problems.ts'
import { composers, dutiesOf } from './workers.ts'

const isDemo = process.argv.includes('--demo')

await endWithRefusal(() => start(isDemo ? readDemoConfig() : readConfig()))

async function start(config: Config): Promise<void> {
  setPasswordCost(config.passwordCost)
  if (isDemo && process.argv.includes('--fresh'))
    rmSync(config.databaseUrl, { recursive: true, force: true })
  const database = await openDatabase(config.databaseUrl)
  prepareJournal(config.journalFolder)
  await migrate(database.kysely)
  await checkRules(database.kysely)
  const demo = isDemo ? demoClock() : undefined
  const ctx: Context = {
    database: database.kysely,
    journal: config.journalFolder,
    now: demo?.now ?? (() => Temporal.Now.instant()),
    actor: { kind: 'system' },
  }
  if (demo) await resumeClock(ctx, demo)
  const keys = openKeyRing(config.encryptionKeys)
  await sealSecrets(ctx, keys).catch(namingTheVariable)
  await resealConcerns(ctx, keys).catch(namingTheVariable)
  // Before the port opens: nobody may be asked about somebody whom a restored backup brought back.
  await replayErasures(ctx)
  const transport = config.smtpUrl
    ? openTransportThread(config.smtpUrl, config.mailFrom)
    : undefined
  const smsTransport = config.smsGateway && openSmsTransport(config.smsGateway)
  const app = await buildApp(ctx, config, demo)
  // A driver's error holds the row that was refused: where it happened is all that is written.
  const logger = {
    error: (said: unknown) =>
      said instanceof Error
        ? app.log.fatal(withoutData(said), 'while closing')
        : app.log.fatal(String(said)),
  }
  let workers: Workers | undefined
  closeWithGrace({ delay: 10_000, logger }, async ({ err }) => {
    if (err) app.log.fatal(withoutData(err), 'closing')
    await app.close()
    await workers?.stop()
    // Before the connections to the mail server: the next process settles what is cut off here.
    await database.close()
    transport?.close()
    smsTransport?.close()
  })
  const words = isDemo ? await openDemo(ctx, app, config) : await greeting(ctx, config)
  const office = {
    ...config,
    composers,
    transport,
    // The demo shows what would be sent.
    sms: smsTransport || isDemo ? { transport: smsTransport } : undefined,
    mailsPerMinute: config.smtpRate,
    keepsLinks: isDemo,
    onUndelivered: openMailTask,
    onSent: resolveMailTasks,
    onFailure: (failed: FailedMail) => app.log.warn(failed, 'a mail did not go out'),
    openLinks,
  }
  workers = await startWorking(ctx, dutiesOf(office), {
    leaseSeconds: config.leaseSeconds,
    onFailure: ({ error, isGivenUp, ...failed }) => {
      const stack = error instanceof Error ? withoutData(error) : {}
      if (isGivenUp) app.log.error({ ...failed, ...stack }, 'a duty was given up')
      else app.log.warn({ ...failed, ...stack }, 'a duty failed and is tried again')
    },
  })
  await app.listen({ host: config.host, port: config.port })
  console.log(words)
  startAnswering()
}

function namingTheVariable(error: unknown): never {
  if (error instanceof BrokenSeal) throw new BrokenEnvironment(`ENCRYPTION_KEYS: ${error.message}`)
  throw error
}

/** Where it runs, and once, how the first administrator gets in. */
async function greeting(ctx: Context, config: Config): Promise<string> {
  const token = await openSetUp(ctx)
  const running = `Makker is running at ${config.baseUrl}`
  if (token === undefined) return running
  return `${running}\nCreate the first administrator within 30 minutes: ${config.baseUrl}/set-up/${token}`
}
