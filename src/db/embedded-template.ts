import { existsSync, openAsBlob } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'

/** In node_modules, so that a new version of the engine makes a new template. */
const file = join(import.meta.dirname, '../../node_modules/.cache/makker/embedded-database.tar')

/** Creates or opens an engine with the extensions that the migrations use. */
export async function createEngine(options: Omit<PGliteOptions, 'extensions'> = {}) {
  return PGlite.create({ ...options, extensions: { btree_gist } })
}

/**
 * Writes an empty embedded database to a file, once, when the packages are installed: creating one
 * takes the engine some five seconds, copying half a second.
 */
async function makeTemplate(): Promise<void> {
  const pglite = await createEngine()
  const dump = await pglite.dumpDataDir('none')
  await pglite.close()
  await mkdir(dirname(file), { recursive: true })
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, dump.stream())
  await rename(unfinished, file)
}

/**
 * Opens the embedded database in a folder; a new one starts as a copy of the template, if there is one.
 */
export async function openEngine(folder: string): Promise<PGlite> {
  const isNew = !existsSync(join(folder, 'PG_VERSION'))
  if (!isNew || !existsSync(file)) return createEngine({ dataDir: folder })
  return createEngine({ dataDir: folder, loadDataDir: await openAsBlob(file) })
}

if (import.meta.main) await makeTemplate()
