import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkAccessibility, listenForComplaints, overflow, useBrowser } from './browser.ts'

const page = (body: string) => `<!doctype html>
<html lang="da">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Bliv mentor</title>
  </head>
  <body>${body}</body>
</html>`

const pages: Record<string, string> = {
  '/': page('<main><h1>Bliv mentor</h1><p>Mød en nabo.</p></main>'),
  '/faulty': page('<main><h1>Bliv mentor</h1><img src="/a.png"><input name="email"></main>'),
  '/wide': page('<main><h1>Bliv mentor</h1><div style="width: 900px">bred</div></main>'),
  '/scripted': page('<main><h1>Bliv mentor</h1></main><script>document.title = "nej"</script>'),
}

let server: Server
let address: string
const browser = useBrowser()

beforeAll(async () => {
  server = createServer((request, response) => {
    const html = pages[request.url ?? '']
    response.writeHead(html ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'self'; style-src 'self' 'unsafe-inline'",
    })
    response.end(html)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.close()
})

describe('the browser of the tests', () => {
  test('opens a page on a small phone, reads it and takes a screenshot', async () => {
    const phone = await browser.phone({ locale: 'da' })
    await phone.goto(`${address}/`)
    expect(await phone.getByRole('heading').textContent()).toBe('Bliv mentor')
    expect(await phone.evaluate<number>('innerWidth')).toBe(360)
    const picture = await phone.screenshot()
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    expect(await overflow(phone)).toBe(0)
  })

  test('finds a page accessible while its content policy stays in force', async () => {
    const phone = await browser.phone()
    await phone.goto(`${address}/`)
    expect(await checkAccessibility(phone)).toEqual([])
  })

  test('reports what is not accessible', async () => {
    const phone = await browser.phone()
    await phone.goto(`${address}/faulty`)
    const faults = (await checkAccessibility(phone)).join('\n')
    expect(faults).toContain('image-alt: ')
    expect(faults).toContain('label: ')
  })

  test('detects a page wider than the phone', async () => {
    const phone = await browser.phone()
    await phone.goto(`${address}/wide`)
    expect(await overflow(phone)).toBeGreaterThan(500)
  })

  test('reports what the content policy refuses', async () => {
    const desktop = await browser.desktop()
    const complaints = listenForComplaints(desktop)
    await desktop.goto(`${address}/scripted`)
    await expect.poll(() => complaints.join()).toContain('Content Security Policy')
    expect(await desktop.title()).toBe('Bliv mentor')
  })
})
