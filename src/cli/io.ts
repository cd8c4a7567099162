/** Where a command writes; a process has both, and a test gives its own. */
export type Io = {
  stdout: { write(text: string): unknown; isTTY?: boolean }
  stderr: { write(text: string): unknown; isTTY?: boolean }
}

/** 0: done. 1: something went wrong. 2: the command or its input was wrong, and nothing was written. */
export type ExitCode = 0 | 1 | 2
