import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, demoEnvironment as env, startDemo } from './support/demo.ts'
import { shellBlocks } from './support/documents.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')

function blockWith(document: string, text: string): string {
  const block = shellBlocks(document).find((block) => block.includes(text))
  if (block === undefined) throw new Error(`${document} has no commands with ${text}`)
  return block
}

describe('the README', () => {
  let demo: Demo

  beforeAll(async () => {
    demo = await startDemo()
  })

  afterAll(() => demo?.stop(), 30_000)

  /** Runs commands of a document against the demo; gives what they printed. */
  async function runBlock(block: string): Promise<string> {
    const token = /Bearer ([\w.-]+)/.exec(demo.printed)![1]!
    const script = `set -euo pipefail\n${block.replaceAll('localhost:3000', `localhost:${demo.port}`)}`
    const { stdout } = await run('bash', ['-c', script], {
      cwd: root,
      env: { ...env, TOKEN: token },
    })
    return stdout
  }

  /** The figures of the statistics that a block printed last. */
  function figuresIn(stdout: string): Record<string, number> {
    const report = JSON.parse(stdout.slice(stdout.lastIndexOf('{"data":[')))
    return Object.fromEntries(
      report.data.map(({ measure, value }: { measure: string; value: number }) => [measure, value]),
    )
  }

  test('starts a demo that prints links for five readers, the mail page and a working token', async () => {
    const { port, printed } = demo
    const links = [...printed.matchAll(/http:\/\/localhost:\d+\/sign-in\/[\w-]{43}/g)]
    expect(links).toHaveLength(5)
    for (const [link] of links) expect((await fetch(link)).status).toBe(200)
    expect((await fetch(`http://localhost:${port}/mail`)).status).toBe(200)
    const curl = printed.slice(printed.indexOf('curl'))
    const { stdout } = await run('bash', ['-ec', curl.replace('curl ', 'curl -sSf ')], { env })
    expect(JSON.parse(stdout).meta.municipality).toBe('0461')
  })

  test('does the job by curl in ten lines', async () => {
    const block = blockWith('README.md', 'API=')
    expect(block.trim().split('\n').length).toBeLessThanOrEqual(10)
    const stdout = await runBlock(block)
    expect(stdout).toContain('optimal')
    expect(figuresIn(stdout)).toMatchObject({ contacted: 10, selected: 5, opened: 1 })
  })

  test('does the whole job by curl, as docs/api.md describes it', async () => {
    const stdout = await runBlock(blockWith('docs/api.md', 'API='))
    expect(stdout).toContain('optimal')
    expect(stdout).toContain('"type":"match_meeting","state":"scheduled"')
    expect(figuresIn(stdout)).toMatchObject({ contacted: 10, selected: 6 })
  })

  test('matches the example files from the command line', async () => {
    const block = blockWith('README.md', 'makker -- match run')
    const lines = block.split('\n').filter((line) => line.includes('match run'))
    expect(lines).toHaveLength(2)
    for (const line of lines) {
      const [, options] = line.split(' -- ')
      const command = options!.replace('proposals.json', join(demo.folder, 'proposals.json'))
      await run(process.execPath, [join(root, 'src/cli.ts'), ...command.split(' ')], {
        cwd: root,
        env,
      })
    }
    const written = JSON.parse(await readFile(join(demo.folder, 'proposals.json'), 'utf8'))
    expect(written.proof).toBe('optimal')
  })
})
