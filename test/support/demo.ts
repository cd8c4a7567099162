import { once } from 'node:events'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { freePort } from './port.ts'

const root = join(import.meta.dirname, '../..')

/** This environment with this Node first on its path, and without what the test runner sets. */
export const demoEnvironment = {
  ...process.env,
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  BASE_URL: undefined,
}

export interface Demo {
  port: number
  /** What the demo printed: links that sign in, and a curl command with a token. */
  printed: string
  /** A temporary folder; it holds the demo's data. */
  folder: string
  stop(): Promise<void>
}

/** Starts `npm run demo` in a process of its own, on a free port and in an empty folder. */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'makker-demo-'))
  const port = await freePort()
  const demo = spawn(process.execPath, [join(root, 'src/main.ts'), '--demo'], {
    cwd: folder,
    env: { ...demoEnvironment, NODE_ENV: 'development', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    await end(demo)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    return { port, printed: await readGreeting(demo), folder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function readGreeting(demo: ChildProcess): Promise<string> {
  let printed = ''
  return new Promise((resolve, reject) => {
    demo.stdout!.on('data', (text) => {
      printed += text
      if (printed.includes('audience=internal')) resolve(printed)
    })
    demo.once('exit', (code) => reject(new Error(`The demo ended with ${code}: ${printed}`)))
  })
}

async function end(demo: ChildProcess): Promise<void> {
  if (demo.exitCode !== null || demo.signalCode !== null) return
  demo.kill('SIGTERM')
  await once(demo, 'exit')
}
