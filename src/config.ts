import { randomBytes } from 'node:crypto'
import { z } from 'zod'

/** Everything the environment may say. `.env.example` lists the same settings in the same order. */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.string().min(1).default('.data'),
  HOST: z.string().min(1).optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a port number')
    .transform(Number)
    .default(3000),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http or https address' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  SECRET: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must look like smtp://host:port' }).optional(),
  MAIL_FROM: z.email('must be one plain mail address').default('makker@localhost.localdomain'),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .optional(),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']).default('info'),
})

export interface Config {
  production: boolean
  databaseUrl: string
  host: string
  port: number
  /** Where people reach the product; every link in a mail starts with it. No trailing slash. */
  baseUrl: string
  /** Signs the tokens of REST clients. */
  secret: string
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
  const parsed = Environment.safeParse(given)
  if (!parsed.success)
    throw new BrokenEnvironment(
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    )
  const env = parsed.data
  const production = env.NODE_ENV === 'production'
  const complaints = [
    ...(production ? complaintsAboutSecret(env.SECRET) : []),
    ...(production && env.BASE_URL === undefined
      ? ['BASE_URL: set it to the address people use; links in mails start with it']
      : []),
    ...(env.TRUST_PROXY?.some((entry) => !/^[\d.:a-f/]+$/i.test(entry))
      ? [
          'TRUST_PROXY: list the addresses of your proxies; trusting everyone lets anyone forge theirs',
        ]
      : []),
  ]
  if (complaints.length > 0) throw new BrokenEnvironment(complaints.join('\n'))
  return Object.freeze({
    production,
    databaseUrl: env.DATABASE_URL,
    host: env.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
    port: env.PORT,
    baseUrl: env.BASE_URL ?? `http://localhost:${env.PORT}`,
    // Outside production a new one at each start is enough: printed links and tokens are made then.
    secret: env.SECRET ?? randomBytes(32).toString('base64url'),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
  })
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
