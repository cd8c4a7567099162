import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Context, transact } from '../../src/context.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openDatabase } from '../../src/db/open.ts'
import { createSignInLink } from '../../src/features/accounts/links/create-sign-in-link.ts'
import { useSignInLink } from '../../src/features/accounts/links/use-sign-in-link.ts'
import { startProgramme } from '../../src/features/programmes/start.ts'
import { formTokenOf } from '../../src/web/forgery.ts'
import { freePort } from './port.ts'

/** The product as a child process: it listens, works its queue, and can be killed. */
export interface Server {
  readonly pid: number
  get(path: string): Promise<Response>
  /** Posts a form or a file as the coordinator's browser does. */
  post(path: string, form: Record<string, string | Blob>): Promise<Response>
  suspend(): void
  resume(): void
  /** Ends it as a power cut does; or with a signal that lets it end in order. */
  kill(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>
}

/** Opens a database that no server has open, and works with it. */
export async function withDatabase<Result>(
  databaseUrl: string,
  work: (ctx: Context) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(databaseUrl)
  try {
    await migrate(database.kysely)
    const now = () => Temporal.Now.instant()
    const actor = { kind: 'system' } as const
    return await work({ database: database.kysely, journal: '', now, actor })
  } finally {
    await database.close()
  }
}

/** Starts a programme in Odense with a coordinator; returns their session. */
export async function startOdense(ctx: Context): Promise<string> {
  await startProgramme(ctx, { municipality: '0461', name: 'Mentor-match', alsoServes: [] })
  const { id } = await transact(ctx, (ctx) =>
    ctx.db
      .insertInto('account')
      .values({
        name: 'Karin',
        role: 'coordinator',
        municipality: '0461',
        email: 'karin@example.dk',
        locale: 'da',
        createdAt: ctx.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const lasts = Temporal.Duration.from({ minutes: 1 })
  return useSignInLink(ctx, await createSignInLink(ctx, { accountId: id, lasts }))
}

/** Starts the product over a database and waits until it listens. */
export async function startServer(
  databaseUrl: string,
  session: string,
  settings: Record<string, string> = {},
): Promise<Server> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../src/main.ts')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'development',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      BASE_URL: origin,
      LOG_LEVEL: 'error',
      LEASE_SECONDS: '2',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk
      if (said.includes('is running')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', () => reject(new Error(`The server did not start:\n${said}`)))
  })
  const headers = { cookie: `makker=${session}`, origin }
  return {
    pid: child.pid!,
    get: (path) => fetch(origin + path, { headers, redirect: 'manual' }),
    post: (path, form) => {
      const fields = { _form: formTokenOf(session), ...form }
      const isFile = Object.values(form).some((value) => typeof value !== 'string')
      const body = isFile ? new FormData() : new URLSearchParams()
      for (const [name, value] of Object.entries(fields)) body.set(name, value as string)
      return fetch(origin + path, { method: 'POST', headers, body, redirect: 'manual' })
    },
    suspend: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    kill: async (signal = 'SIGKILL') => {
      process.off('exit', endWithUs)
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill(signal)
      await ended
    },
  }
}
