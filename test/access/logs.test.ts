import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '../support/port.ts'

/** The kinds of secrets in a log with the event of each line; never the secret itself. */
function leaksIn(logged: string, secrets: Record<string, string>): string[] {
  return logged.split('\n').flatMap((line) =>
    Object.entries(secrets)
      .filter(([, secret]) => line.includes(secret))
      .map(([kind]) => `${kind} in ${eventOf(line, Object.values(secrets))}`),
  )
}

/** The event and route of a log line, with secrets removed. */
function eventOf(line: string, secrets: readonly string[]): string {
  let event = 'a line that is no entry of the log'
  try {
    const { msg, req } = JSON.parse(line) as { msg?: string; req?: { route?: string } }
    event = [`“${msg}”`, ...(req?.route === undefined ? [] : [`of ${req.route}`])].join(' ')
  } catch {
    // Printed without the logger.
  }
  return secrets.reduce((text, secret) => text.replaceAll(secret, '…'), event)
}

test('a leak is reported by kind and event, without its value', () => {
  const secrets = { phone: '+4587654321', email: 'kanariemail@example.dk' }
  const entry = { msg: 'incoming request', req: { route: '/mentor' }, phone: secrets.phone }
  const inEvent = { msg: `mailed ${secrets.email}` }
  const logged = [JSON.stringify(entry), JSON.stringify(inEvent), `at ${secrets.phone}`, '{}']
  const leaks = leaksIn(logged.join('\n'), secrets)
  expect(leaks).toEqual([
    'phone in “incoming request” of /mentor',
    'email in “mailed …”',
    'phone in a line that is no entry of the log',
  ])
})

test('the first start prints one link, and the log contains no personal data or credentials', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'makker-log-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  const product = spawn(process.execPath, ['src/main.ts'], {
    // Not the test runner's environment, which sets BASE_URL.
    env: { PATH: process.env.PATH, PORT: String(port), DATABASE_URL: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [product.stdout, product.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  try {
    const ended = once(product, 'exit').then(() => {
      throw new Error(`the product ended:\n${said}`)
    })
    ended.catch(() => {})
    const saysMore = () => Promise.race([once(product.stdout, 'data'), ended])
    while (!(/\/set-up\/[\w-]{43}/.test(said) && said.includes('Server listening')))
      await saysMore()
    const [, setUp] = /\/set-up\/([\w-]{43})/.exec(said)!
    expect(said.match(/\/set-up\//g)).toHaveLength(1)
    expect(said).not.toMatch(/SECRET|password/i)
    const printed = said
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: address }
    const canaries = {
      token: 'kanarietokenkanarietokenkanarietokenkanari1',
      email: 'kanariemail@example.dk',
      password: 'kanariepassword og noget mere',
      name: 'Kanarienavn',
      phone: '+4587654321',
      query: 'kanariequery',
      cookie: 'kanariecookie',
      concern: 'kanarieuro',
      bearer: 'kanarie.bearer.x',
    }
    const send = (path: string, init: RequestInit = {}) =>
      fetch(`${address}${path}`, {
        redirect: 'manual',
        ...init,
        headers: { cookie: `makker=${canaries.cookie}`, ...init.headers },
      })
    for (const path of ['sign-in', 'answer', 'invitation', 'set-up', 'concern'])
      await send(`/${path}/${canaries.token}?q=${canaries.query}`)
    await send(`/people?name=${canaries.query}`)
    await send(`/${canaries.query}`)
    await send(`/api/v1/statistics?access_token=${canaries.bearer}`)
    await send(`/sign-in/oidc/callback?code=${canaries.token}&state=${canaries.query}`)
    await send('/api/v1/enrolments', { headers: { authorization: `Bearer ${canaries.bearer}` } })
    const body = new URLSearchParams({ email: canaries.email, password: canaries.password })
    await fetch(`${address}/sign-in`, { method: 'POST', headers: form, body })
    const concern = new URLSearchParams({ text: canaries.concern })
    await send(`/concern/${canaries.token}`, { method: 'POST', headers: form, body: concern })
    const person = JSON.stringify({
      name: canaries.name,
      email: canaries.email,
      phone: canaries.phone,
      residence: '0461',
    })
    await send('/api/v1/mentors', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: person,
    })
    const ada = { name: canaries.name, email: canaries.email, password: canaries.password }
    const made = await fetch(`${address}/set-up/${setUp}`, {
      method: 'POST',
      headers: form,
      body: new URLSearchParams(ada),
      redirect: 'manual',
    })
    expect(made.status).toBe(303)
    const session = /makker=([\w-]{43})/.exec(made.headers.get('set-cookie') ?? '')![1]!
    const requests = 14
    while (said.split('"request completed"').length <= requests) await saysMore()
    const logged = said.slice(printed.length)
    expect(logged).toContain('/sign-in/:token')
    const secrets = { ...canaries, 'set-up link': setUp!, session, address: '127.0.0.1' }
    expect(leaksIn(logged, secrets)).toEqual([])
  } finally {
    if (product.exitCode === null && product.kill('SIGKILL')) await once(product, 'exit')
    await rm(folder, { recursive: true, force: true })
  }
})
