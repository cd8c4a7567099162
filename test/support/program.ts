import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** How a program ended, and everything it printed. */
export interface Ended {
  code: number | null
  said: string
}

/** Runs a Node program with this environment and no other, and waits for its end. */
export async function runProgram(
  args: readonly string[],
  environment: Record<string, string>,
  cwd?: string,
): Promise<Ended> {
  const program = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...environment },
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // What starts although it should not goes no further.
    timeout: 60_000,
    killSignal: 'SIGKILL',
  })
  let said = ''
  for (const stream of [program.stdout, program.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const [code] = await once(program, 'close')
  return { code, said: said.trim() }
}
