import { randomBytes } from 'node:crypto'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import type { SmsGateway } from './mail/sms/transport.ts'
import { Refusal } from './refusals.ts'

const list = z.string().transform((text) => text.split(',').map((entry) => entry.trim()))

/** Every setting. `.env.example` lists the same settings in the same order. */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string()
    .refine(isDatabase, 'must be a folder or look like postgres://user@host/database')
    .default('.data'),
  JOURNAL_FOLDER: z.string().optional(),
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
  ENCRYPTION_KEYS: list
    .refine((keys) => keys.every((key) => key !== ''), 'holds an empty key')
    .optional(),
  PASSWORD_COST: z.enum(['full', 'cheap']).default('full'),
  SECOND_FACTOR: z.enum(['required', 'optional']).optional(),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine(isPlainAddress, 'must hold no user, query or fragment')
    .refine((url) => !isInClear(url), 'must begin with https')
    .refine(
      (url) => !isEveryones(url),
      'name your own tenant: this one admits every Microsoft account',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().max(200, 'is too long').optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'is too long for a button').optional(),
  OIDC_SIGN_IN: z.enum(['required', 'optional']).default('optional'),
  OIDC_SECOND_FACTOR: list.default(['mfa']),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://host:port' }).optional(),
  SMTP_RATE: z
    .string()
    .regex(/^\d+$/, 'must be a number of mails a minute')
    .transform(Number)
    .refine((mails) => mails >= 1 && mails <= 100_000, 'must be between 1 and 100000')
    .optional(),
  SMS_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .refine((url) => !isInClear(url), 'must begin with https')
    .optional(),
  SMS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be one word of ASCII')
    .optional(),
  SMS_FROM: z
    .string()
    .regex(
      /^([A-Za-z0-9 ]{1,11}|\+\d{3,15})$/,
      'must be 11 letters and digits at the most, or a number',
    )
    .optional(),
  MAIL_FROM: z.email('must be one plain mail address').default('makker@localhost.localdomain'),
  TRUST_PROXY: list
    .refine((entries) => entries.every(isNetwork), {
      error: 'list the addresses of your proxies; trusting everyone lets anyone forge theirs',
    })
    .optional(),
  LEASE_SECONDS: z
    .string()
    .regex(/^\d+$/, 'must be a number of seconds')
    .transform(Number)
    .refine((seconds) => seconds >= 1 && seconds <= 600, 'must be between 1 and 600')
    .default(10),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  production: boolean
  databaseUrl: string
  /** Where the database keeps what a restored backup must not undo; see `db/journal.ts`. */
  journalFolder: string
  host: string
  port: number
  /** The address of the product, without trailing slash; every link in a mail starts with it. */
  baseUrl: string
  /** Signs the tokens of REST clients. */
  secret: string
  /** The keys by which values are sealed before they are stored: the first seals, all open. */
  encryptionKeys: string[]
  /** What the hash of a password costs: little in tests, never in production. */
  passwordCost: 'full' | 'cheap'
  /** Whether staff must use an authenticator app besides the password. */
  needsSecondFactor: boolean
  /** The issuer with which staff may sign in; undefined when there is none. */
  oidc: OidcConfig | undefined
  smtpUrl: string | undefined
  /** How many mails a minute the mail server takes from all instances together. */
  smtpRate: number | undefined
  /** Where SMS to people without e-mail go; undefined when there is no gateway. */
  smsGateway: SmsGateway | undefined
  mailFrom: string
  trustProxy: string[] | undefined
  /** How long the work of a process that ended waits for another, at the most. */
  leaseSeconds: number
  logLevel: string
}

export interface OidcConfig {
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  /** Whether staff can no longer sign in with a password. */
  isRequired: boolean
  /** The values of `acr` or `amr` that prove a second factor at the issuer. */
  secondFactor: string[]
}

/** Thrown when a setting is invalid; each line names a variable and what to do about it. */
export class BrokenEnvironment extends Refusal {}

/**
 * Validates the environment. The only reader of `process.env`. Messages name the variable, never
 * its value: logs keep them.
 */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  // An empty line in an .env file means "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const production = given.NODE_ENV === 'production'
  const parsed = Environment.safeParse(given)
  const complaints = [
    ...(given.WITNESS_FOLDER === undefined
      ? []
      : ['WITNESS_FOLDER: this setting is called JOURNAL_FOLDER now; rename it']),
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...(production ? secretsErrors(given) : []),
    ...(production && given.PASSWORD_COST === 'cheap'
      ? ['PASSWORD_COST: production needs full; cheap hashes can be guessed']
      : []),
    ...oidcErrors(given),
    ...meaninglessWithout('SMS_URL', ['SMS_TOKEN', 'SMS_FROM'], given),
    ...(production ? addressErrors(given.BASE_URL) : []),
  ]
  if (!parsed.success || complaints.length > 0) throw new BrokenEnvironment(complaints.join('\n'))
  const env = parsed.data
  return Object.freeze({
    production,
    databaseUrl: env.DATABASE_URL,
    journalFolder: env.JOURNAL_FOLDER ?? defaultJournal(env.DATABASE_URL),
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
    baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    // Outside production a random secret at each start: links and tokens of an earlier run then fail.
    secret: env.SECRET ?? randomBytes(32).toString('base64url'),
    // A fixed key, so that yesterday's database still opens.
    encryptionKeys: env.ENCRYPTION_KEYS ?? ['development'],
    passwordCost: env.PASSWORD_COST,
    needsSecondFactor: (env.SECOND_FACTOR ?? (production ? 'required' : 'optional')) === 'required',
    oidc: env.OIDC_ISSUER === undefined ? undefined : oidcOf(env, env.OIDC_ISSUER),
    smtpUrl: env.SMTP_URL,
    smtpRate: env.SMTP_RATE,
    smsGateway:
      env.SMS_URL === undefined
        ? undefined
        : { url: env.SMS_URL, token: env.SMS_TOKEN, from: env.SMS_FROM },
    mailFrom: env.MAIL_FROM,
    trustProxy: env.TRUST_PROXY,
    leaseSeconds: env.LEASE_SECONDS,
    logLevel: env.LOG_LEVEL,
  })
}

/** A folder or a PostgreSQL address: another database's address would be taken for a folder. */
function isDatabase(text: string): boolean {
  if (!text.includes('://')) return true
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
}

/** Inside the embedded database's folder; with a database server, in `.data`. */
function defaultJournal(databaseUrl: string): string {
  return join(databaseUrl.includes('://') ? '.data' : databaseUrl, 'journal')
}

/** Paths are appended to it, and it is shown publicly. */
function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return true
  const { username, password, search, hash } = new URL(text)
  return username + password + search + hash === ''
}

/** An address, or a network of a plausible size. */
function isNetwork(entry: string): boolean {
  const [address = '', size, ...rest] = entry.split('/')
  if (isIP(address) === 0 || rest.length > 0) return false
  return size === undefined || (/^\d{1,3}$/.test(size) && Number(size) >= 8)
}

function addressErrors(address: string | undefined): string[] {
  if (address === undefined)
    return ['BASE_URL: set it to the address people use; links in mails start with it']
  if (isInClear(address))
    return ['BASE_URL: must begin with https; over http anyone on the way reads along']
  return []
}

/**
 * The settings of the demo: invented people in a folder of their own, no mail server, a quiet log.
 * Refuses to run in production, since a visitor of the demo can sign in as anyone.
 */
export function readDemoConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { NODE_ENV, HOST, PORT, BASE_URL, LOG_LEVEL = 'warn' } = environment
  if (NODE_ENV === 'production')
    throw new BrokenEnvironment('NODE_ENV: the demo does not run in production')
  return readConfig({ HOST, PORT, BASE_URL, LOG_LEVEL, DATABASE_URL: '.data/demo' })
}

const makeOne = 'Make one with: openssl rand -base64 48'

type Given = Readonly<Record<string, string | undefined>>

function secretsErrors(given: Given): string[] {
  const { SECRET, ENCRYPTION_KEYS, OIDC_CLIENT_SECRET } = given
  const keys = ENCRYPTION_KEYS?.split(',').map((key) => key.trim()) ?? [undefined]
  const all = [SECRET, ...keys, OIDC_CLIENT_SECRET].filter((secret) => secret !== undefined)
  return [
    ...secretErrors('SECRET', SECRET),
    ...new Set(keys.flatMap((key) => secretErrors('ENCRYPTION_KEYS', key))),
    ...(new Set(all).size < all.length
      ? [`ENCRYPTION_KEYS: the same secret serves two purposes. ${makeOne}`]
      : []),
  ]
}

function secretErrors(name: string, secret: string | undefined): string[] {
  if (secret === undefined) return [`${name}: missing. ${makeOne}`]
  if (Buffer.byteLength(secret) < 32) return [`${name}: shorter than 32 bytes. ${makeOne}`]
  if (bitsPerCharacter(secret) < 3.5 || /change.?me|secret|password|example/i.test(secret))
    return [`${name}: too easy to guess. ${makeOne}`]
  return []
}

/** Refuses an incomplete description of the issuer, which would look as if none was wanted. */
function oidcErrors(given: Given): string[] {
  const needed = ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']
  if (given.OIDC_ISSUER !== undefined)
    return needed
      .filter((name) => given[name] === undefined)
      .map((name) => `${name}: missing, and OIDC_ISSUER needs it`)
  const further = ['OIDC_NAME', 'OIDC_SIGN_IN', 'OIDC_SECOND_FACTOR']
  return meaninglessWithout('OIDC_ISSUER', [...needed, ...further], given)
}

function meaninglessWithout(main: string, names: readonly string[], given: Given): string[] {
  if (given[main] !== undefined) return []
  return names
    .filter((name) => given[name] !== undefined)
    .map((name) => `${name}: means nothing without ${main}`)
}

function oidcOf(env: z.output<typeof Environment>, issuer: string): OidcConfig {
  return {
    issuer,
    clientId: env.OIDC_CLIENT_ID ?? '',
    clientSecret: env.OIDC_CLIENT_SECRET ?? '',
    name: env.OIDC_NAME ?? new URL(issuer).hostname,
    isRequired: env.OIDC_SIGN_IN === 'required',
    secondFactor: env.OIDC_SECOND_FACTOR,
  }
}

/** Over http to another machine: others can read the traffic. */
function isInClear(address: string): boolean {
  return /^http:\/\/(?!(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$))/i.test(address)
}

/** Microsoft's issuers that accept accounts of every tenant. */
function isEveryones(issuer: string): boolean {
  return /\/(common|organizations|consumers)(\/|$)/i.test(issuer)
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
