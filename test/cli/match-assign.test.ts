import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { describeViolations, matchAssign } from '../../src/cli/match-assign.ts'

let folder = ''
let pairs = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assign-'))
  pairs = aFile('pairs.csv', 'mentor,mentee,score\nAse,Aster,900\nAse,Bilal,800\nBo,Aster,10\n')
})
afterEach(() => rmSync(folder, { recursive: true }))

function aFile(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function run(...argv: string[]): { status: number; out: string; error: string } {
  let out = ''
  let error = ''
  const status = matchAssign(argv, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (error += text) },
  })
  return { status, out, error }
}

describe('makker match assign', () => {
  it('prints one object with the proved optimum, and writes the chosen pairs', () => {
    const output = join(folder, 'out.csv')
    const { status, out, error } = run('--pairs', pairs, '--json', '--output', output)
    expect({ status, error }).toEqual({ status: 0, error: '' })
    expect(JSON.parse(out)).toEqual({
      matched: 1,
      total: 900,
      bound: 900,
      proof: 'optimal',
      seconds: {
        read: expect.any(Number),
        solve: expect.any(Number),
        verify: expect.any(Number),
      },
      peakMiB: expect.any(Number),
    })
    expect(out.endsWith('}\n')).toBe(true)
    expect(readFileSync(output, 'utf8')).toBe('mentor,mentee,score\nAse,Aster,900\n')
  })

  it('uses the places and the objective it is given', () => {
    const capacities = aFile('capacities.csv', 'mentor,capacity\nAse,2\n')
    const two = JSON.parse(run('--pairs', pairs, '--capacities', capacities, '--json').out)
    expect(two).toMatchObject({ matched: 2, total: 1700, bound: 1700 })
    const covered = JSON.parse(run('--pairs', pairs, '--objective', 'coverage', '--json').out)
    expect(covered).toMatchObject({ matched: 2, total: 810, bound: 810, proof: 'optimal' })
  })

  it('prints the same figures as text without --json', () => {
    const { status, out } = run('--pairs', pairs)
    expect(status).toBe(0)
    expect(out).toContain('1 matched, total 900, bound 900: proved best')
  })

  it('gives the same pairs whatever the order of the lines', () => {
    const lines: string[] = []
    for (let n = 0; n < 400; n++) lines.push(`m${n % 17},e${n % 53},${1 + ((n * n) % 5)}`)
    const forward = aFile('forward.csv', `mentor,mentee,score\n${lines.join('\n')}\n`)
    const backward = aFile('backward.csv', `mentor,mentee,score\n${lines.reverse().join('\n')}\n`)
    for (const objective of ['coverage', 'score', 'worst-off']) {
      const outputs = [forward, backward].map((file) => {
        const output = `${file}.out`
        expect(run('--pairs', file, '--objective', objective, '--output', output).error).toBe('')
        return readFileSync(output, 'utf8')
      })
      expect(outputs[1]).toBe(outputs[0])
    }
  })

  it('matches no one in a file with only a header', () => {
    const empty = aFile('empty.csv', 'mentor,mentee,score\n')
    for (const objective of ['coverage', 'score', 'worst-off']) {
      const { status, out } = run('--pairs', empty, '--objective', objective, '--json')
      expect(status).toBe(0)
      expect(JSON.parse(out)).toMatchObject({ matched: 0, total: 0, bound: 0, proof: 'optimal' })
    }
  })

  it('ends with status 2 and writes nothing when a line is wrong', () => {
    const wrong = aFile('wrong.csv', 'mentor,mentee,score\nAse,Aster,900\nAse,Bilal,none\n')
    const output = join(folder, 'out.csv')
    const { status, out, error } = run('--pairs', wrong, '--output', output)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(error).toBe(`error: ${wrong}, line 3, score: must be a whole number from 1 to 1000000\n`)
    expect(existsSync(output)).toBe(false)
  })

  it.each([
    ['no pairs', [], '--pairs is missing'],
    ['an unknown option', ['--pairs', 'x', '--fast'], '--fast'],
    ['an unknown objective', ['--pairs', 'x', '--objective', 'most'], '--objective must be one of'],
    ['a file that is not there', ['--pairs', '/nowhere/pairs.csv'], '/nowhere/pairs.csv'],
  ])('ends with status 2 for %s', (_, argv, message) => {
    const { status, out, error } = run(...argv)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(error).toMatch(/^error: /)
    expect(error).toContain(message)
  })

  it('prints its usage with --help', () => {
    expect(run('--help').out).toContain('mentor,mentee,score')
  })

  it.each([
    [10, ''],
    [11, '  and 1 more\n'],
    [100, '  and at least 90 more\n'],
  ])('lists ten of %i violations and counts the others', (count, rest) => {
    const violations = Array.from({ length: count }, (_, mentee) => {
      return { rule: 'surplus', detail: 'too low', mentee } as const
    })
    const mentees = violations.map(({ mentee }) => `m${mentee}`)
    const text = describeViolations(violations, { mentors: [], mentees })
    expect(text).toContain('  surplus: too low, mentee m9\n')
    expect(text).not.toContain('m10')
    expect(text.split('mentee m9\n')[1]).toBe(rest)
  })
})
