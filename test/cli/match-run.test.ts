import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { cli } from '../../src/cli.ts'

vi.setConfig({ testTimeout: 120_000 })

const odense = 'examples/odense.json'
const four = 'examples/four-municipalities.json'
const folder = mkdtempSync(join(tmpdir(), 'makker-'))

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let out = ''
  let err = ''
  const code = await cli(argv, {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
  })
  return { code, out, err }
}

function matchRun(...argv: string[]) {
  return run('match', 'run', '--today', '2026-11-23', ...argv)
}

describe('makker match run', () => {
  it('proposes five pairs in Odense', async () => {
    const { code, out, err } = await matchRun('--input', odense)
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toContain('1. Amira + Laila: 89.6')
    expect(out).toContain('5 of the 5 mentees who are ready have a proposal.')
    expect(out).toContain('proved to be the best possible')
  })

  it('explains every proposal and every person without one, in English', async () => {
    const { out } = await matchRun('--input', four, '--explain')
    expect(out).toContain('Why: Trine can help with all that Walid asks for')
    expect(out).toContain(
      'Selam: 3 mentors can talk with Selam: 2 have no free place and 1 does not share enough time. ' +
        'Smallest change: if Selam were free on Wednesday 17:00–18:00, Hans and Selam could become a pair, ' +
        'and nobody else would lose their proposal.',
    )
    expect(out).toContain('Fixed although: they share no hours.')
    expect(out).toContain(
      'A mentor in Herning who speaks Danish and Tigrinya (at least B1), is free Tuesday 17:00–19:00 and ' +
        'helps with Danish, jobs and internships. That would give 1 more pair',
    )
    expect(out).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('explains in Danish', async () => {
    const { out } = await matchRun('--input', four, '--explain', '--language', 'da')
    expect(out).toContain(
      'Selam: 3 mentorer kan tale med Selam: 2 har ingen ledig plads og 1 har ikke nok tid samtidig. ' +
        'Mindste ændring: hvis Selam også kan onsdag 17:00–18:00, kan Hans og Selam blive et par, ' +
        'uden at nogen anden mister sit forslag.',
    )
    expect(out).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('writes the whole answer as JSON', async () => {
    const file = join(folder, 'proposals.json')
    const { code } = await matchRun('--input', odense, '--output', file, '--explain')
    const answer = JSON.parse(readFileSync(file, 'utf8'))
    expect(code).toBe(0)
    expect(answer).toMatchObject({
      matched: 5,
      proof: 'optimal',
      counts: { pairs: 50 },
      today: '2026-11-23',
    })
    expect(answer.bound).toBe(answer.total)
    expect(answer.proposals[0].score.parts).toHaveLength(6)
    expect(answer.unmatched.mentees[0].reasons[0].code).toBe('not-ready')
    expect(answer.whyNot).toHaveLength(5)
    expect(answer.seconds.match).toBeGreaterThan(0)
  })

  it('writes to standard output on request, and nothing else', async () => {
    const { out } = await matchRun('--input', odense, '--output', '-')
    expect(JSON.parse(out).matched).toBe(5)
  })

  it('prefers the objective of the command line to that of the file', async () => {
    const { out } = await matchRun('--input', odense, '--output', '-', '--objective', 'worst-off')
    expect(JSON.parse(out).objective).toBe('worst-off')
  })

  it('names the file, line and field of an error, and writes nothing', async () => {
    const file = join(folder, 'broken.json')
    const output = join(folder, 'never.json')
    writeFileSync(file, readFileSync(odense, 'utf8').replace('"capacity": 1', '"capacity": 99'))
    const { code, out, err } = await matchRun('--input', file, '--output', output)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(/broken\.json:\d+:\d+ \/mentors\/0\/capacity: Too big/)
    expect(() => readFileSync(output)).toThrow()
  })

  const refused: [title: string, argv: string[], message: string][] = [
    ['a missing input', [], '--input is missing'],
    ['a file that is not there', ['--input', 'no.json'], 'no.json cannot be read'],
    ['an unknown option', ['--input', odense, '--fast'], '--fast'],
    [
      'an unknown objective',
      ['--input', odense, '--objective', 'best'],
      '--objective must be one of coverage, score, worst-off, not "best"',
    ],
    [
      'an unsupported language',
      ['--input', odense, '--language', 'sv'],
      '--language must be one of da, en, ar',
    ],
    ['a day that does not exist', ['--input', odense, '--today', '2026-02-30'], '--today must be'],
  ]
  it.each(refused)('refuses %s with exit status 2', async (_, argv, message) => {
    const { code, out, err } = await matchRun(...argv)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
  })

  it('names an output that cannot be written', async () => {
    const { code, err } = await matchRun('--input', odense, '--output', '/no/such/folder/x.json')
    expect(code).toBe(1)
    expect(err).toContain('/no/such/folder/x.json cannot be written')
  })
})

describe('makker', () => {
  it('prints help and version, and refuses an unknown command', async () => {
    expect((await run('--help')).out).toContain('makker match run')
    expect((await run('match', 'run', '--help')).out).toContain('--objective')
    expect(JSON.parse((await run('match', 'run', '--schema')).out).required).toEqual([
      'mentors',
      'mentees',
    ])
    expect((await run('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    expect(await run('match', 'fly')).toMatchObject({ code: 2, out: '' })
  })
})
