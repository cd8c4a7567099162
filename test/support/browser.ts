import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import axe from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { findInstalled } from './find-browser.ts'

/** Starts Chrome: the one CHROME_PATH names, else an installed one, else the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const installed = findInstalled()
  if (installed) return chromium.launch({ executablePath: installed })
  const folder = await unpack()
  // Without the flags that come with this Chrome, which disable the browser's sandbox.
  const launch = (libraries: string) =>
    chromium.launch({
      executablePath: join(folder, 'chromium'),
      env: {
        ...process.env,
        ...(libraries && { LD_LIBRARY_PATH: libraries }),
        ...(!existsSync('/etc/fonts/fonts.conf') && { FONTCONFIG_PATH: join(folder, 'fonts') }),
      },
    })
  // A minimal machine lacks libraries Chrome needs; those from npm are second choice, as a newer
  // system has better ones.
  return launch('').catch(() => launch(join(folder, 'al2023', 'lib')))
}

/** Unpacks Chrome from npm, once per installation. */
async function unpack(): Promise<string> {
  const brought = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const root = join(dirname(brought), '..')
  const folder = join(root, '..', '..', '.cache', 'makker-chromium')
  const done = join(folder, 'chromium')
  if (existsSync(done)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const started = await mkdtemp(`${folder}-`)
  // In a child process: the package unpacks to the environment's temporary folder.
  const script = `
    const { inflate } = await import(${JSON.stringify(brought)})
    const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br']
    await Promise.all(archives.map((name) => inflate(${JSON.stringify(join(root, 'bin'))} + '/' + name)))`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: started, TMP: started, TEMP: started },
  })
  // Two test files may unpack at once: the rename makes the first complete copy win.
  await rename(started, folder).catch(() => rm(started, { recursive: true, force: true }))
  return folder
}

export async function phone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    ...options,
  })
  return context.newPage()
}

export async function desktop(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  return context.newPage()
}

export function useBrowser(): {
  phone(options?: BrowserContextOptions): Promise<Page>
  desktop(options?: BrowserContextOptions): Promise<Page>
} {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser?.close())
  return {
    phone: (options) => phone(browser, options),
    desktop: (options) => desktop(browser, options),
  }
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** The accessibility faults that axe finds, a line per element. */
export async function checkAccessibility(page: Page): Promise<string[]> {
  // Evaluated, not added as a script, so that the page's content policy stays in force.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>(
    `axe.run({ runOnly: ${JSON.stringify(standards)}, resultTypes: ['violations'] })`,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help} — ${target.join(' ')}`),
  )
}

/** By how many pixels the page is wider than its screen. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
}

/** Collects the browser's errors: script errors, refused resources, failed requests. */
export function listenForComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('requestfailed', (request) => {
    // Leaving a page aborts its pending requests.
    const reason = request.failure()?.errorText
    if (reason !== 'net::ERR_ABORTED') complaints.push(`${request.url()} failed: ${reason}`)
  })
  return complaints
}

/** Saves a screenshot if PICTURES names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}
