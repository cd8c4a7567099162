import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { Problem } from '../../problems.ts'

const derive = promisify(argon2)

/** Full is about 250 ms on a small server: unnoticed at sign-in, expensive to brute force. Cheap is for tests. */
const costs = {
  full: { memory: 65_536, passes: 3, parallelism: 1 },
  cheap: { memory: 64, passes: 1, parallelism: 1 },
}
let current = costs.full

/** Sets what new hashes cost; `config.ts` refuses the cheap ones in production. */
export function setPasswordCost(cost: keyof typeof costs): void {
  current = costs[cost]
}

/** Two at once leave threads for other work; a queue longer than twenty is refused. */
const atOnce = 2
const longestQueue = 20

let running = 0
const waiting: (() => void)[] = []

async function limitConcurrency<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new Problem('unavailable')
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running++
  try {
    return await work()
  } finally {
    // Passes its place straight to the next in line, so that a later caller cannot overtake.
    const next = waiting.shift()
    if (next === undefined) running--
    else next()
  }
}

interface Parameters {
  memory: number
  passes: number
  parallelism: number
}

async function digest(password: string, nonce: Buffer, parameters: Parameters): Promise<Buffer> {
  const message = Buffer.from(password)
  return limitConcurrency(() =>
    derive('argon2id', { message, nonce, tagLength: 32, ...parameters }),
  )
}

/** Argon2id in PHC form. Takes a while: never inside a transaction. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  return toPhc(nonce, await digest(password, nonce, current))
}

function toPhc(nonce: Buffer, hash: Buffer): string {
  const { memory, passes, parallelism } = current
  const encoded = [nonce, hash].map((bytes) => bytes.toString('base64').replace(/=+$/, ''))
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encoded.join('$')}`
}

/** Whether the password matches the stored hash, and whether that hash is weaker than today's. */
export async function checkPassword(
  password: string,
  stored: string | null | undefined,
): Promise<{ isRight: boolean; isOutdated: boolean }> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(
    // Checked when there is no account or password, so that the answer takes as long.
    stored ?? toPhc(randomBytes(16), randomBytes(32)),
  )
  if (parts === null) throw new Error('a stored password is not in the expected form')
  const [, memory, passes, parallelism, nonce, hash] = parts
  const parameters = {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  }
  const expected = Buffer.from(hash!, 'base64')
  const actual = await digest(password, Buffer.from(nonce!, 'base64'), parameters)
  return {
    isRight: timingSafeEqual(actual, expected) && typeof stored === 'string',
    isOutdated: parameters.memory < current.memory || parameters.passes < current.passes,
  }
}
