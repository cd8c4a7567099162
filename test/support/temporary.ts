import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Does something once: when called, or else when the process ends, also by a signal. */
export function atTheLatestOnExit(work: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const finish = () => {
    process.off('exit', finish)
    for (const signal of signals) process.off(signal, interrupted)
    work()
  }
  const interrupted = (signal: NodeJS.Signals) => {
    finish()
    process.kill(process.pid, signal)
  }
  process.once('exit', finish)
  for (const signal of signals) process.once(signal, interrupted)
  return finish
}

export async function temporaryFolder(
  name: string,
): Promise<{ folder: string; remove: () => void }> {
  const folder = await mkdtemp(join(tmpdir(), `makker-${name}-`))
  const remove = atTheLatestOnExit(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, remove }
}
