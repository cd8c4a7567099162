import { styleText } from 'node:util'
import type { Io } from './cli/io.ts'
import { matchAssign } from './cli/match-assign.ts'
import { matchRun } from './cli/match-run.ts'

const HELP = `makker: matches volunteer mentors with refugee mentees

  makker match run --input people.json     propose pairs for people in a file
  makker match assign --pairs pairs.csv    the best assignment for scores made elsewhere

  makker <noun> <verb> --help              what a command takes
  makker --version
`

/** Gives the exit status. 0: done. 1: something failed. 2: what was given is wrong. */
type Command = (argv: string[], io: Io) => number | Promise<number>

const COMMANDS: Record<string, Command> = {
  'match run': matchRun,
  'match assign': matchAssign,
}

export async function cli(argv: readonly string[], io: Io): Promise<number> {
  const [noun, verb, ...rest] = argv
  if (noun === undefined || noun === '--help' || noun === '-h' || noun === 'help') {
    io.stdout.write(HELP)
    return 0
  }
  if (noun === '--version') {
    io.stdout.write(`${await version()}\n`)
    return 0
  }
  const command = COMMANDS[`${noun} ${verb}`]
  if (command !== undefined) return command(rest, io)
  const red = styleText('red', 'error:', { stream: process.stderr })
  io.stderr.write(`${red} there is no command "${[noun, verb].join(' ').trim()}"\n\n${HELP}`)
  return 2
}

async function version(): Promise<string> {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } })
  return manifest.version
}

if (import.meta.main) process.exitCode = await cli(process.argv.slice(2), process)
