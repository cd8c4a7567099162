import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { peopleFileJsonSchema, readPeopleFile } from '../../src/files/people-file.ts'
import { propose } from '../../src/matching/propose.ts'
import { aMentee, aMentor, TODAY } from '../matching/pool.ts'

type Json = Record<string, unknown>

function write(changes: Json = {}): string {
  return JSON.stringify({ mentors: [aMentor()], mentees: [aMentee()], ...changes }, null, 2)
}

function faults(text: string): string[] {
  const answer = readPeopleFile(text, TODAY)
  return answer.ok
    ? []
    : answer.faults.map(({ line, column, pointer, message }) => {
        return `${line}:${column} ${pointer}: ${message}`
      })
}

describe('reading a people file', () => {
  it('reads a file with every field', () => {
    const answer = readPeopleFile(write(), TODAY)
    expect(answer.ok && answer.input.mentors).toEqual([aMentor()])
    expect(answer.ok && answer.input.mentees).toEqual([aMentee()])
  })

  it('fills in defaults', () => {
    const text = `{
      "mentors": [{
        "id": "Hanne", "languages": [{ "tag": "da", "level": "native" }],
        "availability": [], "municipality": "0461", "offers": [], "requirementsMetUntil": null
      }],
      "mentees": []
    }`
    const answer = readPeopleFile(text, TODAY)
    expect(answer.ok && answer.input).toMatchObject({
      settings: { objective: 'coverage', weights: { topics: 0.3 }, minLevelDanish: 'A2' },
      mentors: [{ capacity: 1, taken: 0, meets: 'in-person', gender: 'undisclosed' }],
      excluded: [],
      locked: [],
    })
  })

  it('writes language tags in their canonical form', () => {
    const languages = ['DA', 'prs', 'ar-sy', 'apc'].map((tag) => ({ tag, level: 'native' }))
    const answer = readPeopleFile(write({ mentors: [{ ...aMentor(), languages }] }), TODAY)
    const tags = answer.ok && answer.input.mentors[0].languages.map(({ tag }) => tag)
    expect(tags).toEqual(['da', 'fa-AF', 'ar-SY', 'apc'])
  })

  it.each(['odense', 'four-municipalities'])(
    'reads examples/%s.json, and it can be matched',
    (name) => {
      const text = readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), 'utf8')
      const answer = readPeopleFile(text, TODAY)
      expect(faults(text)).toEqual([])
      expect(answer.ok && propose(answer.input).matched).toBeGreaterThan(4)
    },
  )
})

describe('refusing a broken people file', () => {
  const broken: [title: string, text: string, fault: string][] = [
    ['an empty file', '', '1:1 : a value is expected here, but the file ends'],
    [
      'a comma too many',
      '{\n  "mentors": [],\n}',
      '3:1 : a field name in double quotes is expected here, not "}"',
    ],
    [
      'a missing comma',
      '{\n  "mentors": []\n  "mentees": []\n}',
      '3:3 : "," or "}" is expected here, not "\\""',
    ],
    [
      'a file that ends too early',
      '{ "mentors": [\n{ "id": "a"',
      '2:12 /mentors/0: "," or "}" is expected here, but the file ends',
    ],
    [
      'a text that is not closed',
      '{ "mentors": [{ "id": "Hanne\n" }] }',
      '1:23 /mentors/0/id: a text that is not closed on its line, or a wrong escape',
    ],
    ['something after the end', '{}\n{}', '2:1 : the file should end here, not "{"'],
    [
      'a field given twice',
      '{ "mentors": [],\n  "mentors": [] }',
      '2:3 /mentors: the field "mentors" is given twice',
    ],
    [
      'nesting without end',
      '['.repeat(100_000),
      `1:66 ${'/0'.repeat(65)}: nested deeper than 64 levels`,
    ],
    ['a list instead of an object', '[]', '1:1 : Invalid input: expected object, received array'],
  ]
  it.each(broken)('names line and column of %s', (_, text, fault) => {
    expect(faults(text)).toEqual([fault])
  })

  /** A file with one mentor, one field per line. */
  function withMentor(field: string): string {
    return `{
  "mentors": [
    {
      "id": "Hanne",
      "languages": [{ "tag": "da", "level": "native" }],
      "availability": [{ "day": 2, "from": "17:00", "to": "19:00" }],
      "municipality": "0461",
      "offers": ["dansk"],
      "requirementsMetUntil": "2027-01-31"${field === '' ? '' : `,\n      ${field}`}
    }
  ],
  "mentees": []
}`
  }

  const wrong: [field: string, fault: string][] = [
    ['"capacity": "two"', '10:19 /mentors/0/capacity: Invalid input: expected number'],
    ['"capacity": 9', '10:19 /mentors/0/capacity: Too big'],
    ['"capasity": 1', '10:19 /mentors/0/capasity: there is no such field'],
    ['"birthYear": 79', '10:20 /mentors/0/birthYear: Too small'],
    ['"meets": "phone"', '10:16 /mentors/0/meets: Invalid option'],
    [
      '"wishes": { "gender": { "wanted": "woman" } }',
      '10:29 /mentors/0/wishes/gender/strength: Invalid option',
    ],
    [
      '"wishes": { "age": { "from": 40, "to": 30, "strength": "must" } }',
      '10:46 /mentors/0/wishes/age/to: must not be below "from"',
    ],
    ['"furthestDistanceKm": -1', '10:29 /mentors/0/furthestDistanceKm: Too small'],
  ]
  it.each(wrong)('names line and field of %s', (field, fault) => {
    expect(faults(withMentor(field)).join('\n')).toContain(fault)
  })

  const replaced: [from: string, to: string, fault: string][] = [
    ['"tag": "da"', '"tag": "dansk"', '5:30 /mentors/0/languages/0/tag: "dansk" is not a language'],
    ['"tag": "da"', '"tag": "da_DK"', '5:30 /mentors/0/languages/0/tag: "da_DK" is not a language'],
    ['"tag": "da"', '"tag": "xx"', '5:30 /mentors/0/languages/0/tag: "xx" is not a language tag'],
    ['"17:00"', '"17:10"', '6:44 /mentors/0/availability/0/from: must be on the quarter hour'],
    ['"17:00"', '"25:00"', '6:44 /mentors/0/availability/0/from: must be on the quarter hour'],
    [
      '"19:00"',
      '"02:00"',
      '6:59 /mentors/0/availability/0/to: must end after it starts; split hours that cross midnight',
    ],
    [
      '"day": 2',
      '"day": 0',
      '6:33 /mentors/0/availability/0/day: must be 1 (Monday) to 7 (Sunday)',
    ],
    ['"0461"', '"461"', '7:23 /mentors/0/municipality: must be a municipality code of four digits'],
    ['"2027-01-31"', '"2027-02-30"', '9:31 /mentors/0/requirementsMetUntil: must be a day that'],
    ['"id": "Hanne"', '"id": " "', '4:13 /mentors/0/id: must not be empty'],
  ]
  it.each(replaced)('names line and field where %s became %s', (from, to, fault) => {
    expect(faults(withMentor('').replace(from, to)).join('\n')).toContain(fault)
  })

  it('reports a missing field at its person', () => {
    const text = withMentor('').replace('"municipality": "0461",', '')
    expect(faults(text)[0]).toContain('3:5 /mentors/0/municipality:')
  })

  it('joins hours that overlap', () => {
    const again = '{ "day": 2, "from": "17:00", "to": "19:00" }'
    expect(faults(withMentor('').replace(again, `${again}, ${again}`))).toEqual([])
  })

  const pair = { mentor: 'mentor', mentee: 'mentee' }
  const contradictions: [title: string, changes: Json, fault: string][] = [
    [
      'ids that collide',
      { mentors: [aMentor(), aMentor()] },
      '/mentors/1/id: the id "mentor" is already used by number 1 of this list',
    ],
    [
      'a pair locked and excluded',
      { locked: [pair], excluded: [pair] },
      '/locked/0: mentor and mentee are both locked and excluded',
    ],
    [
      'a mentee locked twice',
      {
        mentors: [aMentor(), aMentor({ id: 'other' })],
        locked: [pair, { ...pair, mentor: 'other' }],
      },
      '/locked/1: the mentee "mentee" is locked to more than one mentor',
    ],
    [
      'more locks than places',
      { mentors: [aMentor({ taken: 1 })], locked: [pair] },
      '/locked/0: "mentor" has 0 free places, fewer than locked pairs',
    ],
    [
      'an excluded pair with an unknown id',
      { excluded: [{ ...pair, mentor: 'mentro' }] },
      '/excluded/0/mentor: there is no mentor with the id "mentro"',
    ],
    [
      'weights that are all zero',
      {
        settings: {
          weights: { topics: 0, language: 0, time: 0, waiting: 0, distance: 0, interests: 0 },
        },
      },
      '/settings/weights: must not all be zero',
    ],
    [
      'a negative weight',
      { settings: { weights: { topics: -0.1 } } },
      '/settings/weights/topics: must not be negative',
    ],
    [
      'own weights that are all zero',
      {
        mentees: [
          aMentee({ weights: { topics: 0, language: 0, time: 0, distance: 0, interests: 0 } }),
        ],
      },
      '/mentees/0/weights: the weights must not all be zero',
    ],
    [
      'an unknown objective',
      { settings: { objective: 'best' } },
      '/settings/objective: Invalid option',
    ],
  ]
  it.each(contradictions)('refuses %s', (_, changes, fault) => {
    const found = faults(write(changes))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(fault)
  })

  it('names every error, not only the first', () => {
    const text = withMentor('"capacity": -1').replace('"0461"', '"0000"')
    expect(faults(text).map((fault) => fault.split(' ')[1])).toEqual([
      '/mentors/0/municipality:',
      '/mentors/0/capacity:',
    ])
  })
})

describe('a very large people file', () => {
  it('names the first twenty errors and counts the rest, in one pass over the file', () => {
    const mentors = Array.from({ length: 5000 }, (_, n) => ({
      ...aMentor({ id: `m${n}` }),
      municipality: '0000',
    }))
    const answer = readPeopleFile(write({ mentors }), TODAY)
    expect(answer.ok ? [] : [answer.faults.length, answer.more]).toEqual([20, 4980])
  })
})

describe('the JSON Schema of a people file', () => {
  it('describes mentors and mentees, and allows no other fields', () => {
    const schema = peopleFileJsonSchema() as { properties: Json; additionalProperties: boolean }
    expect(schema.additionalProperties).toBe(false)
    expect(Object.keys(schema.properties)).toContain('mentees')
    expect(JSON.stringify(schema)).toContain('kommunekode')
  })
})
