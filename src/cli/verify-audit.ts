import type { Context } from '../context.ts'
import { verifyAudit } from '../features/audit/verify.ts'
import type { Io } from './io.ts'

export const verifyAuditHelp = `makker verify-audit

Checks the audit record for tampering: names every entry that was edited, deleted or moved, and prints
the head of each municipality's hash chain. The server writes those heads to JOURNAL_FOLDER every
hour: a written head that the chain no longer contains means that the record was rewritten, or that the
database was restored from a backup.

Uses the database of DATABASE_URL. Exit status: 0 when the record is intact, 1 when it is not.
`

const faults = {
  deleted: 'is gone',
  edited: 'was edited',
  moved: 'is not at its original position',
  unsealed: 'was never added to the chain: the server has not run its jobs',
  rewritten:
    'is not the head written to the journal folder: rewritten since, or restored from a backup',
} as const

/** `makker verify-audit`: returns the exit status. */
export async function verifyRecord(io: Io, ctx: Context): Promise<number> {
  const { findings, heads } = await verifyAudit(ctx)
  for (const { municipality, position, entryId, fault } of findings)
    io.stderr.write(
      `${municipality} ${position}: ${entryId === null ? 'it' : `entry ${entryId}`} ${faults[fault]}\n`,
    )
  for (const { municipality, position, hash } of heads)
    io.stdout.write(`${municipality} ${position} ${hash}\n`)
  if (findings.length > 0) return 1
  io.stdout.write('The record is whole.\n')
  return 0
}
