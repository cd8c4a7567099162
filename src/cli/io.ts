import { styleText } from 'node:util'

/** Where a command writes: the process's streams, or a test's. */
export type Io = {
  stdout: { write(text: string): unknown; isTTY?: boolean }
  stderr: { write(text: string): unknown; isTTY?: boolean }
}

/** Writes one error line per message and returns the exit status. */
export function refuse(io: Pick<Io, 'stderr'>, messages: readonly string[], code = 2): number {
  const red = styleText('red', 'error:', { stream: process.stderr })
  for (const message of messages) io.stderr.write(`${red} ${message}\n`)
  return code
}
