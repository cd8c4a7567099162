import { existsSync, globSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

/** The machine that a browser is looked for on. Tests pretend another one. */
export interface Machine {
  platform: string
  arch: string
  environment: Record<string, string | undefined>
  isThere(path: string): boolean
}

const thisMachine: Machine = {
  platform: process.platform,
  arch: process.arch,
  environment: process.env,
  isThere: existsSync,
}

/** The path of the Chrome that CHROME_PATH names, or of an installed one. */
export function findInstalled({ environment, isThere } = thisMachine): string | undefined {
  if (environment.CHROME_PATH) return environment.CHROME_PATH
  const folders = (environment.PATH ?? '').split(delimiter)
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'chromium-headless-shell',
  ]
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    chromium.executablePath(),
  ].find(isThere)
}

/** The test files that open a browser, for a machine that has none; `[]` for one that has. */
export function testsWithoutBrowser(machine = thisMachine): string[] {
  const isFromNpm = machine.platform === 'linux' && machine.arch === 'x64'
  if (isFromNpm || findInstalled(machine) !== undefined) return []
  const root = join(import.meta.dirname, '../..')
  return globSync(['test/**/browser.test.ts', 'test/browser/*.test.ts'], { cwd: root }).toSorted()
}

/** What a run says of the tests that it leaves out. */
export function aboutLeftOut(files: readonly string[]): string {
  return (
    `Without a browser ${files.length} test files are left out: ${files.join(', ')}. ` +
    'npm has a Chrome for Linux on x64 only: install Chrome or Chromium, or name one in CHROME_PATH.'
  )
}
