import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'

const house = useHouse()
const site = useSite(house)
let app: Awaited<ReturnType<typeof buildApp>>
let port: number

beforeAll(async () => {
  const config = { ...site.config, baseUrl: 'https://makker.example' }
  app = await buildApp(house.ctx(), { ...config, trustProxy: ['10.0.0.1'] })
  await app.listen({ host: '127.0.0.1', port: 0 })
  ;({ port } = app.server.address() as AddressInfo)
  return () => app.close()
})

const ask = (headers: Record<string, string>, remoteAddress = '198.51.100.7', url = '/sign-in') =>
  app.inject({ url, headers, remoteAddress })

test.each([
  'evil.example',
  'makker.example.evil.example',
  'makker.example@evil.example',
  'evil.example/makker.example',
  'makker.example:80:90',
  'localhost',
  '127.0.0.1:3000',
  '[::1]',
  '10.0.0.5',
])('a request for the unknown host %s is refused', async (host) => {
  const page = await ask({ host })
  expect(page.statusCode).toBe(421)
  expect(page.body).not.toContain('evil.example')
  const api = await ask({ host }, undefined, '/api/v1/nothing')
  expect([api.statusCode, api.json().type]).toEqual([421, '/problems/wrong-address'])
  expect((await ask({ host }, undefined, '/assets/styles.css')).statusCode).toBe(421)
})

test.each(['makker.example', 'MAKKER.example', 'makker.example:443'])(
  'a request for our own address, written %s, is accepted',
  async (host) => {
    expect((await ask({ host })).statusCode).toBe(200)
  },
)

test('loopback names are accepted from this machine, and the forwarded host from a trusted proxy', async () => {
  for (const host of ['localhost:3000', '127.0.0.1', '[::1]:8080'])
    expect((await ask({ host }, '127.0.0.1')).statusCode).toBe(200)
  expect((await ask({ host: 'evil.example' }, '127.0.0.1')).statusCode).toBe(421)
  const behind = { host: 'inner:3000', 'x-forwarded-host': 'makker.example' }
  expect((await ask(behind, '10.0.0.1')).statusCode).toBe(200)
  expect((await ask(behind)).statusCode).toBe(421)
  const forged = { host: 'makker.example', 'x-forwarded-host': 'evil.example' }
  expect((await ask(forged, '10.0.0.1')).statusCode).toBe(421)
})

test.each([
  [
    'two hosts',
    'GET /sign-in HTTP/1.1\r\nHost: makker.example\r\nHost: evil.example',
    /^4(00|21)$/,
  ],
  ['none', 'GET /sign-in HTTP/1.1', /^400$/],
  ['none, in HTTP/1.0', 'GET /sign-in HTTP/1.0', /^4(00|21)$/],
  [
    'one in the first line',
    'GET http://evil.example/sign-in HTTP/1.1\r\nHost: makker.example',
    /^4/,
  ],
])('a request that names %s is refused', async (_, head, status) => {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${head}\r\nConnection: close\r\n\r\n`)
  let said = ''
  socket.on('data', (chunk) => {
    said += chunk
  })
  await once(socket, 'close')
  expect(said.split(' ')[1]).toMatch(status)
  expect(said).not.toContain('evil.example')
})
