import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { tries } from '../support/tries.ts'
import { population } from '../../bench/matching/population.ts'
import { cli } from '../../src/cli.ts'
import { propose } from '../../src/matching/propose.ts'
import type { Mentor, ProposalRun, ProposeInput } from '../../src/matching/types.ts'
import { aMentee, aMentor, aPool, hours, settings, speaks, TODAY } from '../matching/pool.ts'

// Difficult inputs, each through the core and the command line: the same right answer from both, or a clear
// error.

vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'makker-bad-'))

/** As written by hand, without optional fields. */
function fileOf({ settings, mentors, mentees, excluded, locked }: ProposeInput): string {
  const whole = { settings, mentors, mentees, excluded, locked }
  return JSON.stringify(whole, (_, value) => (value === null ? undefined : value), 1)
}

async function command(text: string): Promise<{ code: number; out: string; err: string }> {
  const path = join(folder, 'people.json')
  writeFileSync(path, text)
  const said = { out: '', err: '' }
  const argv = ['match', 'run', '--today', TODAY, '--input', path, '--output', '-']
  const code = await cli(argv, {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
  })
  return { code, ...said }
}

const pairsOf = (run: ProposalRun) => run.proposals.map(({ mentor, mentee }) => [mentor, mentee])
const three = ['a', 'b', 'c']
const pair = { mentor: 'mentor', mentee: 'mentee' }
const both = { mentors: [aMentor()], mentees: [aMentee()] }
const weighing = (topics: number) =>
  settings({ weights: { topics, language: 0, time: 0, waiting: 0, distance: 0, interests: 0 } })

const answered: [title: string, input: Partial<ProposeInput>, matched: number, why?: string][] = [
  ['capacity 0', { ...both, mentors: [aMentor({ capacity: 0 })] }, 0, 'no-place'],
  [
    'no feasible pair',
    {
      mentors: three.map((id) => aMentor({ id })),
      mentees: [aMentee({ languages: [speaks('ti')] })],
    },
    0,
    'no-common-language',
  ],
  ['no mentors', { mentees: three.map((id) => aMentee({ id })) }, 0],
  ['no mentees', { mentors: three.map((id) => aMentor({ id })) }, 0],
  ['no people at all', {}, 0],
  [
    'everyone identical',
    {
      mentors: three.map((id) => aMentor({ id: `m${id}` })),
      mentees: three.map((id) => aMentee({ id })),
    },
    3,
  ],
  [
    'hours that overlap',
    {
      ...both,
      mentors: [
        aMentor({ availability: [hours(2, '17:00', '18:15'), hours(2, '18:00', '19:00')] }),
      ],
    },
    1,
  ],
  [
    'a rare language with a valid tag',
    { ...both, mentors: [aMentor({ languages: [speaks('da'), speaks('gsw')] })] },
    1,
  ],
  [
    'more taken than there are places',
    { ...both, mentors: [aMentor({ capacity: 1, taken: 5 })] },
    0,
    'no-place',
  ],
]

const refused: [title: string, input: Partial<ProposeInput>, core: string, command: string][] = [
  ['ids that collide', { mentors: [aMentor(), aMentor()] }, 'id-collides', '/mentors/1/id'],
  [
    'a pair locked and excluded at once',
    { ...both, locked: [pair], excluded: [pair] },
    'locked-and-excluded',
    '/locked/0',
  ],
  [
    'two locks on one mentee',
    {
      ...both,
      mentors: [aMentor(), aMentor({ id: 'b' })],
      locked: [pair, { ...pair, mentor: 'b' }],
    },
    'locked-twice',
    '/locked/1',
  ],
  [
    'more locks than places',
    {
      ...both,
      mentees: [aMentee(), aMentee({ id: 'b' })],
      locked: [pair, { ...pair, mentee: 'b' }],
    },
    'locked-over-capacity',
    '/locked/1',
  ],
  [
    'weights that are all zero',
    { ...both, settings: weighing(0) },
    'weights-all-zero',
    '/settings/weights',
  ],
  [
    'a negative weight',
    { ...both, settings: weighing(-1) },
    'weight-negative',
    '/settings/weights/topics',
  ],
  [
    'hours that cross midnight',
    { ...both, mentors: [aMentor({ availability: [hours(2, '22:00', '02:00')] })] },
    'interval-ends-before-start',
    '/mentors/0/availability/0/to',
  ],
  [
    'days away that end before they start',
    { ...both, mentors: [aMentor({ away: [{ from: '2026-12-24', to: '2026-12-20' }] })] },
    'days-end-before-start',
    '/mentors/0/away/0',
  ],
  [
    'an invalid day away',
    { ...both, mentees: [aMentee({ away: [{ from: '2026-11-31', to: '2026-12-20' }] })] },
    '"date"',
    '/mentees/0/away/0/from',
  ],
  [
    'an invalid language tag',
    { ...both, mentees: [aMentee({ languages: [speaks('dansk!')] })] },
    'language-tag',
    '/mentees/0/languages/0/tag',
  ],
  [
    'half a place',
    { ...both, mentors: [aMentor({ capacity: 0.5 })] },
    'number-range',
    '/mentors/0/capacity',
  ],
]

describe('a difficult input', () => {
  it.each(answered)(
    'gets the same answer from core and command: %s',
    async (_, changes, matched, why) => {
      const input = aPool(changes)
      const run = propose(input)
      expect(run).toMatchObject({ matched, proof: 'optimal', bound: run.total })
      if (why !== undefined) expect(run.counts.infeasible[0]?.code).toBe(why)
      // Everyone is either proposed or listed as unmatched.
      const seen = [
        ...run.proposals.map(({ mentee }) => mentee),
        ...run.unmatched.mentees.map(({ id }) => id),
      ]
      expect(seen.sort()).toEqual(input.mentees.map(({ id }) => id).sort())
      const { code, out, err } = await command(fileOf(input))
      expect([code, err]).toEqual([0, ''])
      expect(pairsOf(JSON.parse(out) as ProposalRun)).toEqual(pairsOf(run))
    },
  )

  it.each(refused)(
    'is refused by core and command, which says where: %s',
    async (_, changes, core, where) => {
      const input = aPool(changes)
      expect(() => propose(input)).toThrow(core)
      const { code, out, err } = await command(fileOf(input))
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(new RegExp(`people\\.json:\\d+:\\d+ ${where}`))
    },
  )

  const people = tries(200_000, 20_000)
  it(`gets an answer with all ${people} people when few pairs are feasible`, () => {
    const mentors = Array.from({ length: 20 }, (_, n): Mentor => {
      return aMentor({ id: `m${n}`, capacity: 8 })
    })
    const mentees = Array.from({ length: people - 20 }, (_, n) =>
      aMentee({ id: `r${n}`, languages: [speaks(n % (people / 200) === 0 ? 'da' : 'ti', 'B1')] }),
    )
    const run = propose(aPool({ mentors, mentees }))
    expect(run).toMatchObject({ matched: 160, proof: 'optimal', bound: run.total })
    expect(run.unmatched.mentees).toHaveLength(people - 20 - 160)
  })

  it('does not change the input file', async () => {
    const text = fileOf(aPool(both))
    await command(text)
    expect(readFileSync(join(folder, 'people.json'), 'utf8')).toBe(text)
  })
})

describe('a reader that closes standard output early', () => {
  const program = join(import.meta.dirname, '../../src/cli.ts')
  const example = join(import.meta.dirname, '../../examples/odense.json')
  const pairs = join(folder, 'pairs.csv')
  writeFileSync(pairs, 'mentor,mentee,score\nAse,Aster,900\n')

  it.each([
    ['match run', ['match', 'run', '--input', example, '--output', '-']],
    ['match assign', ['match', 'assign', '--pairs', pairs, '--json']],
    ['the help', ['--help']],
  ])('ends %s without an error message', async (_, argv) => {
    const child = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    let said = ''
    child.stderr.on('data', (chunk) => (said += chunk))
    const [code] = await once(child, 'close')
    expect({ code, said }).toEqual({ code: 141, said: '' })
  })

  it('still gets the complete output file', async () => {
    const output = join(folder, 'heard-enough.json')
    const many = join(folder, 'many.json')
    // Large enough that the file is written in several parts.
    const { today: _, ...people } = population(1200, 1200)
    writeFileSync(many, JSON.stringify(people))
    const argv = ['match', 'run', '--input', many, '--today', TODAY, '--output', output]
    const child = spawn(process.execPath, [program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    await once(child, 'close')
    expect(JSON.parse(readFileSync(output, 'utf8'))).toMatchObject({ proof: 'optimal' })
  })
})
