import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'

/** Everything the environment may say. `.env.example` lists the same settings in the same order. */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string()
    .refine(isDatabase, 'must be a folder or look like postgres://user@host/database')
    .default('.data'),
  WITNESS_FOLDER: z.string().optional(),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a network address or a host name')
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a port number')
    .default(3000),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine(isPlainAddress, 'must hold no user, query or fragment')
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  SECRET: z.string().optional(),
  SECOND_FACTOR: z.enum(['required', 'optional']).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://host:port' }).optional(),
  MAIL_FROM: z.email('must be one plain mail address').default('makker@localhost.localdomain'),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine((entries) => entries.every(isNetwork), {
      error: 'list the addresses of your proxies; trusting everyone lets anyone forge theirs',
    })
    .optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  production: boolean
  databaseUrl: string
  /** Where the database keeps what a restored backup must not undo; see `db/witness.ts`. */
  witnessFolder: string
  host: string
  port: number
  /** Where people reach the product; every link in a mail starts with it. No trailing slash. */
  baseUrl: string
  /** Signs the tokens of REST clients. */
  secret: string
  /** Whether staff must use an authenticator app besides the password. */
  needsSecondFactor: boolean
  smtpUrl: string | undefined
  mailFrom: string
  trustProxy: string[] | undefined
  logLevel: string
}

/** Thrown when the environment cannot be used; each line names a variable and what to do about it. */
export class BrokenEnvironment extends Error {}

/**
 * Checks the environment and gives it the product's own names. The only reader of `process.env`.
 * Messages name the variable, never its value: they end in logs.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty line in an .env file means "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const production = given.NODE_ENV === 'production'
  const parsed = Environment.safeParse(given)
  const complaints = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...(production ? complaintsAboutSecret(given.SECRET) : []),
    ...(production ? complaintsAboutAddress(given.BASE_URL) : []),
  ]
  if (!parsed.success || complaints.length > 0) throw new BrokenEnvironment(complaints.join('\n'))
  const env = parsed.data
  return Object.freeze({
    production,
    databaseUrl: env.DATABASE_URL,
    witnessFolder: env.WITNESS_FOLDER ?? defaultWitness(env.DATABASE_URL),
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
    baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    // Outside production a new one at each start is enough: printed links and tokens are made then.
    secret: env.SECRET ?? randomBytes(32).toString('base64url'),
    needsSecondFactor: (env.SECOND_FACTOR ?? (production ? 'required' : 'optional')) === 'required',
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
  })
}

/** A folder, or PostgreSQL: the address of another database would be taken for a folder's name. */
function isDatabase(text: string): boolean {
  if (!text.includes('://')) return true
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
}

/** Beside the embedded database's own folder; a server has none that would be ours. */
function defaultWitness(databaseUrl: string): string {
  return join(databaseUrl.includes('://') ? '.data' : databaseUrl, 'witness')
}

/** Paths are put behind it, and it is shown to everybody. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return true
  const { username, password, search, hash } = new URL(text)
  return username + password + search + hash === ''
}

/** One machine, or a network small enough to be one's own. */
function isNetwork(entry: string): boolean {
  const [address = '', size, ...rest] = entry.split('/')
  if (isIP(address) === 0 || rest.length > 0) return false
  return size === undefined || (/^\d{1,3}$/.test(size) && Number(size) >= 8)
}

function complaintsAboutAddress(address: string | undefined): string[] {
  if (address === undefined)
    return ['BASE_URL: set it to the address people use; links in mails start with it']
  if (/^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/i.test(address))
    return ['BASE_URL: must begin with https; over http anyone on the way reads along']
  return []
}

/**
 * The settings of the demo: invented people in a folder of their own, no mail server, and only what
 * matters on screen in the log. Refuses to be what production runs: everybody may be everybody there.
 */
export function readDemoConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { NODE_ENV, HOST, PORT, BASE_URL, LOG_LEVEL = 'warn' } = environment
  if (NODE_ENV === 'production')
    throw new BrokenEnvironment('NODE_ENV: the demo does not run in production')
  return readConfig({ HOST, PORT, BASE_URL, LOG_LEVEL, DATABASE_URL: '.data/demo' })
}

const makeOne = 'Make one with: openssl rand -base64 48'

function complaintsAboutSecret(secret: string | undefined): string[] {
  if (secret === undefined) return [`SECRET: missing. ${makeOne}`]
  if (Buffer.byteLength(secret) < 32) return [`SECRET: shorter than 32 bytes. ${makeOne}`]
  if (bitsPerCharacter(secret) < 3.5 || /change.?me|secret|password|example/i.test(secret))
    return [`SECRET: too easy to guess. ${makeOne}`]
  return []
}

/** Shannon entropy of the characters: a repeated or patterned secret scores low. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
