import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { cannotCreate, Refusal } from '../refusals.ts'

/** Thrown when another process has the embedded database open. Its message names the process. */
export class DatabaseInUse extends Refusal {
  override readonly status = cannotCreate
}

/** Keeps a reference: the garbage collector would close a forgotten lock, and free it. */
const held = new Set<DatabaseSync>()

/**
 * Locks an embedded database's folder against a second process: PGlite would open it twice and lose
 * most of what both write. SQLite takes a lock of the operating system, which ends with a killed
 * process.
 */
export function lockFolder(folder: string): { release(): void } {
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'))
  const owner = join(folder, 'lock.pid')
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
  } catch {
    lock.close()
    throw new DatabaseInUse(
      `The embedded database in ${folder} is already open in process ${readOwner(owner)}. ` +
        'Stop that process first, or set DATABASE_URL to a PostgreSQL server to run several.',
    )
  }
  writeFileSync(owner, String(process.pid))
  held.add(lock)
  return {
    release: () => {
      held.delete(lock)
      lock.close()
    },
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '(unknown)'
  }
}
