import { isLocale, type Locale, locales } from '../locales/locale.ts'
import { translate } from '../locales/translate.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { FileFault } from '../files/json-places.ts'
import { peopleFileJsonSchema, readPeopleFile } from '../files/people-file.ts'
import { isDay } from '../matching/check.ts'
import type { Help } from '../matching/people-work.ts'
import { propose } from '../matching/propose.ts'
import { whomToRecruit } from '../matching/recruit.ts'
import type { Objective, ProposeInput } from '../matching/types.ts'
import { whyNot } from '../matching/why-not.ts'
import { openHelp, sparedThreads } from '../threads/help.ts'
import { type Io, refuse } from './io.ts'
import { runText } from './run-text.ts'

const HELP = `makker match run --input people.json [options]

Proposes pairs for the people in a file: the best for everyone together, proved.

  --input FILE          people, settings, excluded and locked pairs; - reads standard input
  --output FILE         write the whole answer as JSON; - writes it to standard output
  --objective NAME      coverage (as many as possible, the longest waiting first), score (the
                        highest total) or worst-off (as many as possible, the lowest score as
                        high as possible); otherwise what the file says, or coverage
  --explain             say why each pair is proposed, why each other person is not, and whom
                        to look for
  --language da|en|ar   the language of what is said; en when not given
  --schema              print the JSON Schema of the input and stop
  --today DATE          the day waiting is counted to, as 2026-11-23; otherwise today in Denmark
`

const OBJECTIVES: readonly string[] = ['coverage', 'score', 'worst-off'] satisfies Objective[]

type Options = {
  input: string
  output: string | undefined
  objective: Objective | undefined
  explain: boolean
  language: Locale
  today: string
}

/**
 * `makker match run`: reads people, proposes pairs, prints the result and writes the answer. Returns the
 * exit status.
 */
export async function matchRun(argv: readonly string[], io: Io): Promise<number> {
  const options = readOptions(argv)
  if (options === 'help') {
    io.stdout.write(HELP)
    return 0
  }
  if (options === 'schema') {
    io.stdout.write(`${JSON.stringify(peopleFileJsonSchema(), null, 2)}\n`)
    return 0
  }
  if (typeof options === 'string') return refuse(io, [options])
  const started = performance.now()
  const text = await readText(options.input)
  if (typeof text !== 'string') return refuse(io, [text.fault])
  const helpers = openHelp(sparedThreads(1))
  // Start worker threads now: starting takes as long as reading a file of this length.
  if (text.length > LONG_TEXT) helpers.help({ kind: 'begin' })
  try {
    return await answerText(text, options, { started, help: helpers.help, io })
  } finally {
    helpers.close()
  }
}

/** In characters: a few thousand people. */
const LONG_TEXT = 4_000_000

type Surroundings = { started: number; help: Help; io: Io }

async function answerText(
  text: string,
  options: Options,
  { io, ...around }: Surroundings,
): Promise<number> {
  const answer = readPeopleFile(text, options.today)
  if (!answer.ok) {
    const lines = answer.faults.map((fault) => faultLine(options.input, fault))
    return refuse(io, answer.more > 0 ? [...lines, `and ${answer.more} more`] : lines)
  }
  const objective = options.objective ?? answer.input.settings.objective
  const input = { ...answer.input, settings: { ...answer.input.settings, objective } }
  return answerRun(input, options, { io, ...around })
}

async function answerRun(
  input: ProposeInput,
  options: Options,
  { started, help, io }: Surroundings,
): Promise<number> {
  const read = performance.now()
  const run = propose(input, { help })
  const matched = performance.now()
  const unmatched = [...run.unmatched.mentees, ...run.unmatched.mentors]
  const explained = options.explain ? unmatched.map((person) => whyNot(input, run, person)) : []
  const recruits = options.explain ? whomToRecruit(input, run) : []
  const seconds = {
    read: since(started, read),
    match: since(read, matched),
    explain: since(matched, performance.now()),
  }
  const whole = options.explain
    ? { ...run, whyNot: explained, recruits, seconds }
    : { ...run, seconds }
  const json = `${JSON.stringify(whole, null, 2)}\n`
  if (options.output === '-') {
    io.stdout.write(json)
    return 0
  }
  // Written before printing, as the reader of standard output may close it early.
  const fault = options.output === undefined ? null : await writeText(options.output, json)
  const ready = input.mentees.filter(
    ({ readySince }) => readySince !== null && readySince <= input.today,
  )
  io.stdout.write(
    runText(run, ready.length, {
      ...options,
      t: translate(options.language),
      whyNot: explained,
      recruits,
    }),
  )
  return fault === null ? 0 : refuse(io, [fault], 1)
}

/** Returns an error message, or null. */
async function writeText(path: string, text: string): Promise<string | null> {
  try {
    await writeFile(path, text)
    return null
  } catch (error) {
    return `${path} cannot be written: ${messageOf(error)}`
  }
}

function since(from: number, to: number): number {
  return Math.round((to - from) * 10) / 10_000
}

function readOptions(argv: readonly string[]): Options | 'help' | 'schema' | string {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        input: { type: 'string' },
        output: { type: 'string' },
        objective: { type: 'string' },
        explain: { type: 'boolean' },
        language: { type: 'string' },
        today: { type: 'string' },
        schema: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return 'help'
    if (values.schema) return 'schema'
    const { input, output, objective, language = 'en', explain = false } = values
    const today = values.today ?? Temporal.Now.plainDateISO('Europe/Copenhagen').toString()
    if (input === undefined) return '--input is missing: the file with the people'
    if (objective !== undefined && !isObjective(objective)) {
      return `--objective must be one of ${OBJECTIVES.join(', ')}, not "${objective}"`
    }
    if (!isLocale(language)) {
      return `--language must be one of ${locales.join(', ')}, not "${language}"`
    }
    if (!isDay(today)) return `--today must be a day that exists, as 2026-11-23, not "${today}"`
    return { input, output, objective, explain, language, today }
  } catch (error) {
    return messageOf(error)
  }
}

function isObjective(name: string): name is Objective {
  return OBJECTIVES.includes(name)
}

async function readText(path: string): Promise<string | { fault: string }> {
  try {
    const bytes = path === '-' ? await readAll(process.stdin) : await readFile(path)
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    return { fault: `${path} cannot be read: ${messageOf(error)}` }
  }
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** `people.json:12:17 /mentors/3/capacity: …`, a format that editors link to the line. */
function faultLine(path: string, { line, column, pointer, message }: FileFault): string {
  const field = pointer === '' ? '' : `${pointer}: `
  return `${path}:${line}:${column} ${field}${message}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
