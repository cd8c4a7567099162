import { type Io, refuse } from './cli/io.ts'
import { matchAssign } from './cli/match-assign.ts'
import { matchRun } from './cli/match-run.ts'
import { retention, retentionHelp } from './cli/retention.ts'
import { verifyAuditHelp, verifyRecord } from './cli/verify-audit.ts'
import type { Context } from './context.ts'
import { endWithRefusal } from './refusals.ts'

const HELP = `makker: matches volunteer mentors with refugee mentees

  makker match run --input people.json     propose pairs for people in a file
  makker match assign --pairs pairs.csv    the best assignment for scores made elsewhere

  makker verify-audit                      check the audit record for tampering
  makker retention --dry-run               count what the retention rules would delete

  makker <noun> <verb> --help              the options of a command
  makker --version
`

/** Returns the exit status. 0: done. 1: something failed. 2: invalid arguments. */
type Command = (argv: string[], io: Io) => number | Promise<number>

const COMMANDS: Record<string, Command> = {
  'match run': matchRun,
  'match assign': matchAssign,
  retention: onDatabase(retentionHelp, retention),
  'verify-audit': onDatabase(verifyAuditHelp, (_, io, ctx) => verifyRecord(io, ctx)),
}

/** A command on the database of DATABASE_URL. */
function onDatabase(
  help: string,
  work: (argv: string[], io: Io, ctx: Context) => Promise<number>,
): Command {
  return async (argv, io) => {
    if (argv.includes('--help')) {
      io.stdout.write(help)
      return 0
    }
    // Imported on use: matching files needs no database and starts faster without it.
    const { readConfig } = await import('./config.ts')
    const { openDatabase } = await import('./db/open.ts')
    const { refuseOldName } = await import('./db/journal.ts')
    const { databaseUrl, journalFolder: journal } = readConfig()
    refuseOldName(journal)
    const database = await openDatabase(databaseUrl)
    try {
      const now = () => Temporal.Now.instant()
      const actor = { kind: 'system' } as const
      const ctx: Context = { database: database.kysely, journal, now, actor }
      return await work(argv, io, ctx)
    } finally {
      await database.close()
    }
  }
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
  const single = COMMANDS[noun]
  if (single !== undefined) return single(argv.slice(1), io)
  return refuse(io, [`there is no command "${[noun, verb].join(' ').trim()}"\n\n${HELP.trimEnd()}`])
}

async function version(): Promise<string> {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } })
  return manifest.version
}

/** Exit status of a program ended by SIGPIPE, as shells report it. */
const brokenPipe = 128 + 13

function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(brokenPipe)
}

if (import.meta.main) {
  process.stdout.on('error', endWithReader)
  process.stderr.on('error', endWithReader)
  process.exitCode = await endWithRefusal(() => cli(process.argv.slice(2), process))
}
