import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from './support/port.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const env = {
  ...process.env,
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  // The test runner's own, for pages it would serve.
  BASE_URL: undefined,
}

/** The commands of the README, block by block. */
async function shellBlocks(): Promise<string[]> {
  const readme = await readFile(join(root, 'README.md'), 'utf8')
  return [...readme.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block!)
}

async function blockWith(text: string): Promise<string> {
  const block = (await shellBlocks()).find((block) => block.includes(text))
  if (block === undefined) throw new Error(`The README has no commands with ${text}`)
  return block
}

describe('the README', () => {
  let folder: string
  let demo: ChildProcess
  let printed = ''
  let port: number

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'makker-readme-'))
    port = await freePort()
    demo = spawn(process.execPath, [join(root, 'src/main.ts'), '--demo'], {
      cwd: folder,
      env: { ...env, NODE_ENV: 'development', PORT: String(port) },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await new Promise<void>((resolve, reject) => {
      demo.stdout!.on('data', (text) => {
        printed += text
        if (printed.includes('audience=internal')) resolve()
      })
      demo.once('exit', (code) => reject(new Error(`The demo ended with ${code}: ${printed}`)))
    })
  }, 120_000)

  afterAll(async () => {
    if (demo !== undefined && demo.exitCode === null) {
      demo.kill('SIGTERM')
      await new Promise((resolve) => demo.once('exit', resolve))
    }
    await rm(folder, { recursive: true, force: true })
  }, 30_000)

  test('starts a demo that prints links for three readers, the mail page and a working token', async () => {
    const links = [...printed.matchAll(/http:\/\/localhost:\d+\/sign-in\/[\w-]{43}/g)]
    expect(links).toHaveLength(3)
    for (const [link] of links) expect((await fetch(link)).status).toBe(200)
    expect((await fetch(`http://localhost:${port}/mail`)).status).toBe(200)
    const curl = printed.slice(printed.indexOf('curl'))
    const { stdout } = await run('bash', ['-ec', curl.replace('curl ', 'curl -sSf ')], { env })
    expect(JSON.parse(stdout).meta.municipality).toBe('0461')
  })

  test('does the whole job by curl', async () => {
    const job = await blockWith('API=')
    const token = /Bearer ([\w.-]+)/.exec(printed)![1]!
    const script = `set -euo pipefail\n${job.replaceAll('localhost:3000', `localhost:${port}`)}`
    const { stdout } = await run('bash', ['-c', script], {
      cwd: root,
      env: { ...env, TOKEN: token },
    })
    expect(stdout).toContain('optimal')
    const report = JSON.parse(stdout.slice(stdout.lastIndexOf('{"data":[')))
    const figures = Object.fromEntries(
      report.data.map(({ measure, value }: { measure: string; value: number }) => [measure, value]),
    )
    expect(figures).toMatchObject({ contacted: 10, selected: 6 })
  }, 60_000)

  test('matches the example files from the command line', async () => {
    const block = await blockWith('makker -- match run')
    const lines = block.split('\n').filter((line) => line.includes('match run'))
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      const [, options] = line.split(' -- ')
      const command = options!.replace('proposals.json', join(folder, 'proposals.json'))
      await run(process.execPath, [join(root, 'src/cli.ts'), ...command.split(' ')], {
        cwd: root,
        env,
      })
    }
    const written = JSON.parse(await readFile(join(folder, 'proposals.json'), 'utf8'))
    expect(written.proof).toBe('optimal')
  }, 30_000)

  test('names only scripts that exist', async () => {
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const named = (await shellBlocks()).join('\n').matchAll(/npm run (?:--silent )?([\w:-]+)/g)
    for (const [, script] of named) expect(manifest.scripts).toHaveProperty(script!)
  })
})
