import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readPairs, writePairs } from '../../src/files/pairs-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pairs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function aFile(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe('reading pairs and places', () => {
  it('numbers people by id, whatever the order of the lines', () => {
    const one = readPairs(aFile('a.csv', 'mentor,mentee,score\nm2,b,5\nm1,a,7\nm1,b,1000000\n'))
    const two = readPairs(aFile('b.csv', 'mentor,mentee,score\nm1,b,1000000\nm2,b,5\nm1,a,7\n'))
    expect(two).toEqual(one)
    expect(one.mentors).toEqual(['m1', 'm2'])
    expect(one.mentees).toEqual(['a', 'b'])
    expect(Array.from(one.graph.start)).toEqual([0, 1, 3])
    expect(Array.from(one.graph.mentor)).toEqual([0, 0, 1])
    expect(Array.from(one.graph.value)).toEqual([7, 1_000_000, 5])
    expect(Array.from(one.capacity)).toEqual([1, 1])
  })

  it('accepts a byte order mark, Windows line ends, quotation marks and a missing last line end', () => {
    const text = '\ufeffmentor,mentee,score\r\n"Sørensen, Åse","say ""hi""",3\r\n"x",ﺃ,4'
    const { mentors, mentees, graph } = readPairs(aFile('a.csv', text))
    expect(mentors).toEqual(['Sørensen, Åse', 'x'])
    expect(mentees).toEqual(['say "hi"', 'ﺃ'])
    expect(graph.mentor.length).toBe(2)
  })

  it('gives one place to mentors without a line of their own, and ignores unknown mentors', () => {
    const pairs = aFile('a.csv', 'mentor,mentee,score\nm1,a,1\nm2,a,1\n')
    const places = aFile('c.csv', 'mentor,capacity\nm2,0\nm9,4\n')
    expect(Array.from(readPairs(pairs, places).capacity)).toEqual([1, 0])
  })

  it('reads a file with only a header as empty', () => {
    const { graph, mentors } = readPairs(aFile('a.csv', 'mentor,mentee,score\n'))
    expect([graph.menteeCount, graph.mentorCount, mentors.length]).toEqual([0, 0, 0])
  })

  it('reads lines that span two chunks', () => {
    const lines = Array.from(
      { length: 120_000 },
      (_, n) => `mentor-${n % 997},mentee-${n},${n + 1}`,
    )
    const { graph, mentors, mentees } = readPairs(
      aFile('a.csv', `mentor,mentee,score\n${lines.join('\n')}\n`),
    )
    const at = mentees.indexOf('mentee-77777')
    expect(graph.start[at + 1] - graph.start[at]).toBe(1)
    expect(mentors[graph.mentor[graph.start[at]]]).toBe(`mentor-${77777 % 997}`)
    expect(graph.value[graph.start[at]]).toBe(77778)
  })

  const wrong: [string, string, number, string][] = [
    ['no content', '', 1, 'header'],
    ['another header', 'mentee,mentor,score\n', 1, 'header'],
    ['an empty line', 'mentor,mentee,score\nm,a,1\n\nm,b,1\n', 3, 'line'],
    ['no mentor', 'mentor,mentee,score\n,a,1\n', 2, 'mentor'],
    ['no mentee', 'mentor,mentee,score\nm,,1\n', 2, 'mentee'],
    ['a line that is too short', 'mentor,mentee,score\nm,a\n', 2, 'mentee'],
    ['one field', 'mentor,mentee,score\nm\n', 2, 'mentor'],
    ['an empty score', 'mentor,mentee,score\nm,a,\n', 2, 'score'],
    ['a score of 0', 'mentor,mentee,score\nm,a,0\n', 2, 'score'],
    ['a score that is too high', 'mentor,mentee,score\nm,a,1000001\n', 2, 'score'],
    ['a very long score', 'mentor,mentee,score\nm,a,99999999999999999999\n', 2, 'score'],
    ['a fraction', 'mentor,mentee,score\nm,a,0.5\n', 2, 'score'],
    ['a negative score', 'mentor,mentee,score\nm,a,-5\n', 2, 'score'],
    ['words', 'mentor,mentee,score\nm,a,high\n', 2, 'score'],
    ['a field too many', 'mentor,mentee,score\nm,a,1,2\n', 2, 'line'],
    ['an open quotation', 'mentor,mentee,score\n"m,a,1\n', 2, 'mentor'],
    ['text after a quotation', 'mentor,mentee,score\n"m"x,a,1\n', 2, 'mentor'],
    ['a pair given twice', 'mentor,mentee,score\nm,a,1\nm,b,1\nm,a,2\n', 4, 'mentor,mentee'],
  ]
  it.each(wrong)('refuses %s, naming the file, the line and the field', (_, text, line, field) => {
    const path = aFile('wrong.csv', text)
    expect(() => readPairs(path)).toThrow(`${path}, line ${line}, ${field}: `)
  })

  const wrongPlaces: [string, string, number, string][] = [
    ['a mentor given twice', 'mentor,capacity\nm,1\nm,2\n', 3, 'mentor'],
    ['an unknown mentor given twice', 'mentor,capacity\nx,1\nx,1\n', 3, 'mentor'],
    ['a negative number', 'mentor,capacity\nm,-1\n', 2, 'capacity'],
    ['no number', 'mentor,capacity\nm,\n', 2, 'capacity'],
  ]
  it.each(wrongPlaces)('refuses places with %s', (_, text, line, field) => {
    const pairs = aFile('a.csv', 'mentor,mentee,score\nm,a,1\n')
    const places = aFile('places.csv', text)
    expect(() => readPairs(pairs, places)).toThrow(`${places}, line ${line}, ${field}: `)
  })
})

describe('writing the chosen pairs', () => {
  it('writes pairs in order of mentee that can be read again, and leaves no temporary file', () => {
    const people = readPairs(aFile('a.csv', 'mentor,mentee,score\n"m,1",b,5\n"m,1",a,7\nm2,c,9\n'))
    const path = join(folder, 'out.csv')
    writePairs(path, people, Int32Array.of(0, -1, 1), Int32Array.of(7, 0, 9))
    expect(readFileSync(path, 'utf8')).toBe('mentor,mentee,score\n"m,1",a,7\nm2,c,9\n')
    expect(readdirSync(folder).sort()).toEqual(['a.csv', 'out.csv'])
  })
})
