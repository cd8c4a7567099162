import { readdirSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { makeWritable, Refusal } from '../refusals.ts'

/**
 * A folder outside the database's backups: its journal has what a restored database has forgotten.
 * Lines never hold a name. Each file is one month's of one machine, so that instances can share the
 * folder, and old files can be deleted.
 */
export type JournalFolder = string

/** Two journals: erasures, and the heads of the audit log's chains. */
export type JournalKind = 'erased' | 'heads'

const fileName = /^(erased|heads)-(\d{4}-\d{2})\..+\.txt$/

/** Makes sure that the journal is found and can be written to. */
export function prepareJournal(folder: JournalFolder): void {
  refuseOldName(folder)
  makeWritable('JOURNAL_FOLDER', folder)
}

/** Older versions call the folder `witness`. A journal left behind there would be silently ignored. */
export function refuseOldName(folder: JournalFolder): void {
  const before = join(dirname(folder), 'witness')
  if (folder === before || holdsFiles(folder) || !holdsFiles(before)) return
  throw new Refusal(
    'JOURNAL_FOLDER: the folder witness holds the journal of an older version; rename it to journal',
  )
}

function holdsFiles(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => fileName.test(name))
  } catch {
    return false
  }
}

/** Appends lines; returns once they are on disk. */
export async function appendToJournal(
  folder: JournalFolder,
  kind: JournalKind,
  lines: readonly string[],
  at: Temporal.Instant,
): Promise<void> {
  if (lines.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const machine = hostname().replace(/[^\w.-]/g, '_')
  const file = await open(join(folder, `${kind}-${monthOf(at)}.${machine}.txt`), 'a', 0o600)
  try {
    // Starts with a line end too: a line half written before a crash must not swallow the next one.
    await file.write(`\n${lines.join('\n')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  // A new file's name is on disk only once its folder is synced.
  const directory = await open(folder, 'r')
  await directory.sync().finally(() => directory.close())
}

/** All lines of all machines; none while the folder does not exist. */
export async function readJournal(folder: JournalFolder, kind: JournalKind): Promise<string[]> {
  const lines: string[] = []
  for (const { name } of await listFiles(folder, kind))
    lines.push(...(await readFile(join(folder, name), 'utf8')).split('\n').filter(Boolean))
  return lines
}

/** Deletes the files whose lines are all older than a moment. */
export async function trimJournal(
  folder: JournalFolder,
  kind: JournalKind,
  before: Temporal.Instant,
): Promise<void> {
  for (const { name, month } of await listFiles(folder, kind))
    if (month < monthOf(before)) await rm(join(folder, name), { force: true })
}

async function listFiles(folder: JournalFolder, kind: JournalKind) {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.toSorted().flatMap((name) => {
    const [, found, month] = fileName.exec(name) ?? []
    return found === kind ? [{ name, month: month! }] : []
  })
}

function monthOf(at: Temporal.Instant): string {
  return at.toString().slice(0, 7)
}
