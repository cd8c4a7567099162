import { accessSync, constants, mkdirSync } from 'node:fs'

/** EX_CONFIG of sysexits.h: a service manager knows that trying again does not help. */
const misconfigured = 78

/** EX_CANTCREAT of sysexits.h: a folder cannot be written to, or another process has it open. */
export const cannotCreate = 73

/**
 * Thrown when the product cannot start before somebody mends something. The message says what to mend.
 * It names the setting and never its value, because it ends in logs.
 */
export class Refusal extends Error {
  readonly status: number = misconfigured
}

/** Thrown when a folder of the settings cannot be made or written to. */
class UnwritableFolder extends Refusal {
  override readonly status = cannotCreate
}

/** Runs a program. A refusal ends the process with its sentence and its status, without a stack trace. */
export async function endWithRefusal<Result>(program: () => Promise<Result>): Promise<Result> {
  try {
    return await program()
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalOf(error)
    if (refusal === undefined) throw error
    console.error(refusal.message)
    process.exit(refusal.status)
  }
}

/** Makes a folder where it is missing, and makes sure that this process may write to it. */
export function makeWritable(setting: string, folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new UnwritableFolder(
      `${setting}: the folder cannot be written to (${(error as NodeJS.ErrnoException).code}); ` +
        'give it to the user that runs Makker, or set another folder',
    )
  }
}

/** The settings that an error of PostgreSQL, its driver or the network tells to mend, if any. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined
  const { code, syscall, message } = error as NodeJS.ErrnoException
  if (syscall === 'listen') return new Refusal(aboutListening(code))
  const sentence = aboutDatabase(code, message) ?? aboutConnection(code, syscall, message)
  return sentence === undefined ? undefined : new Refusal(`DATABASE_URL: ${sentence}`)
}

function aboutListening(code: string | undefined): string {
  if (code === 'EADDRINUSE')
    return 'PORT: another program listens on this port; stop it, or set another port'
  if (code === 'EACCES') return 'PORT: this user may not listen on this port; set one above 1023'
  return `HOST: this machine cannot listen on this address (${code}); set an address of its own`
}

const wrongPassword = 'PostgreSQL refuses the user or the password; correct them'

/** What PostgreSQL refuses, by SQLSTATE. */
function aboutDatabase(code: string | undefined, message: string): string | undefined {
  if (code === '28P01') return wrongPassword
  if (code === '28000')
    return 'PostgreSQL does not let this user in; create the user, or allow it in pg_hba.conf'
  if (code === '3D000')
    return 'this database does not exist; create it, with the user of the address as its owner'
  if (code !== '42501') return undefined
  if (message.includes('create role'))
    return 'this user may not create roles; as a superuser, run "alter role <user> createrole"'
  if (message.includes('role'))
    return 'this user may not take the role makker_app; as a superuser, run "grant makker_app to <user>"'
  return `this user lacks a right (${message}); make it the owner of the database`
}

/** What keeps the driver from PostgreSQL's answer. */
function aboutConnection(
  code: string | undefined,
  syscall: string | undefined,
  message: string,
): string | undefined {
  // SCRAM without a password fails in the driver.
  if (message.startsWith('SASL:')) return wrongPassword
  const isUnanswered =
    syscall === 'connect' ||
    syscall === 'getaddrinfo' ||
    code === 'ECONNRESET' ||
    /^(timeout exceeded when trying to connect|Connection terminated)/.test(message)
  if (!isUnanswered) return undefined
  return 'no PostgreSQL answers at this address; start it, or correct the host and the port'
}
