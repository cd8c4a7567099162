import { existsSync, openAsBlob } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'

/** Beside the packages, so that installing them anew makes it anew, for the engine they bring. */
const file = join(import.meta.dirname, '../../node_modules/.cache/makker/embedded-database.tar')

/**
 * An empty embedded database as a file. Made once when the packages are installed: to be born takes
 * the engine some five seconds, to be copied half a second.
 */
async function makeTemplate(): Promise<void> {
  const pglite = await PGlite.create()
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, dump.stream())
  await rename(unfinished, file)
}

/** Opens the embedded database in a folder; a new one begins as a copy of the template, if there is one. */
export async function openEngine(folder: string): Promise<PGlite> {
  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  if (!isNew || !existsSync(file)) return PGlite.create(folder)
  return PGlite.create({ dataDir: folder, loadDataDir: await openAsBlob(file) })
}

if (import.meta.main) await makeTemplate()
