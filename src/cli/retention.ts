import type { Context } from '../context.ts'
import { applyRetention, countExpired } from '../features/privacy/apply-retention.ts'
import type { Io } from './io.ts'

export const retentionHelp = `makker retention [--dry-run]

Applies the retention rules, as the server does every night, and prints the number of rows deleted
by each rule. With --dry-run it deletes nothing and prints the numbers that would be deleted.

Uses the database of DATABASE_URL. Exit status: 0 when done, 2 for invalid options.
`

/** `makker retention`: returns the exit status. */
export async function retention(argv: string[], io: Io, ctx: Context): Promise<number> {
  const unknown = argv.find((word) => word !== '--dry-run')
  if (unknown !== undefined) {
    io.stderr.write(`there is no option "${unknown}"\n\n${retentionHelp}`)
    return 2
  }
  const found = argv.length > 0 ? await countExpired(ctx) : await applyRetention(ctx)
  for (const { rule, count } of found) {
    const [unit, length] = Object.entries(rule.keeps)[0]!
    io.stdout.write(`${rule.name.padEnd(14)} ${`${length} ${unit}`.padEnd(10)} ${count}\n`)
  }
  return 0
}
