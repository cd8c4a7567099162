import { styleText } from 'node:util'

/** Where a command writes; a process has both, and a test gives its own. */
export type Io = {
  stdout: { write(text: string): unknown; isTTY?: boolean }
  stderr: { write(text: string): unknown; isTTY?: boolean }
}

/** Says what the person at the keyboard can put right, a line each, and gives the exit status. */
export function refuse(io: Pick<Io, 'stderr'>, messages: readonly string[], code = 2): number {
  const red = styleText('red', 'error:', { stream: process.stderr })
  for (const message of messages) io.stderr.write(`${red} ${message}\n`)
  return code
}
