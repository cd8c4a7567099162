import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DatabaseInUse, lockFolder } from '../../src/db/lock.ts'

let folder: string
const processes: ChildProcess[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'makker-lock-'))
})
afterEach(async () => {
  for (const child of processes.splice(0)) await end(child)
  rmSync(folder, { recursive: true, force: true })
})

/** Opens the database in a process of its own; returns the process and the line it prints. */
async function openElsewhere(mark: string): Promise<[ChildProcess, string]> {
  const program = join(import.meta.dirname, '../support/keep-database-open.ts')
  const child = spawn(process.execPath, [program, folder, mark], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  processes.push(child)
  const [line] = await once(createInterface(child.stdout!), 'line')
  return [child, line]
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

describe('an embedded database', () => {
  test('opens in one process only, and is free again when that one is killed', async () => {
    const [holder, first] = await openElsewhere('first')
    expect(first).toBe('first')

    const [, refusal] = await openElsewhere('second')
    expect(refusal).toContain(`already open in process ${holder.pid}.`)
    expect(Number(/refused after (\d+) ms/.exec(refusal)?.[1])).toBeLessThan(1_000)

    await end(holder)
    const [, third] = await openElsewhere('third')
    expect(third).toBe('first third')
  })

  test('is free again when it is released', () => {
    lockFolder(folder).release()
    lockFolder(folder).release()
  })

  test('is not locked by the reused id of a dead process', () => {
    writeFileSync(join(folder, 'lock.pid'), String(process.ppid))
    lockFolder(folder).release()
  })

  test('is refused to the same process a second time', () => {
    const lock = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(DatabaseInUse)
    expect(() => lockFolder(folder)).toThrow(`process ${process.pid}.`)
    lock.release()
  })
})
