import { styleText } from 'node:util'
import type { ExitCode, Io } from './cli/io.ts'
import { matchRun } from './cli/match-run.ts'

const HELP = `makker: matches volunteer mentors with refugee mentees

  makker match run --input people.json    propose pairs for people in a file

  makker <noun> <verb> --help             what a command takes
  makker --version
`

type Command = (argv: readonly string[], io: Io) => Promise<ExitCode>

const COMMANDS: Record<string, Command> = {
  'match run': matchRun,
}

export async function cli(argv: readonly string[], io: Io): Promise<ExitCode> {
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
