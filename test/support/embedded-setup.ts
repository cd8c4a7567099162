import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { createEngine } from '../../src/db/embedded-template.ts'
import { openEmbedded } from '../../src/db/open.ts'
import { makeTemplate } from './template.ts'
import { temporaryFolder } from './temporary.ts'

/** Writes the embedded engine's template to a file for the run; returns its removal. */
export async function setup(project: TestProject): Promise<() => void> {
  const { folder, remove } = await temporaryFolder('embedded')
  const file = join(folder, 'template.tar')
  const pglite = await createEngine()
  await makeTemplate(openEmbedded(pglite), async () => {
    const dump = await pglite.dumpDataDir('none')
    await writeFile(file, Buffer.from(await dump.arrayBuffer()))
  })
  project.provide('embeddedTemplate', file)
  return remove
}
