import { describe, expect, test } from 'vitest'
import { aboutLeftOut, type Machine, testsWithoutBrowser } from './find-browser.ts'
import { listFiles, readFile } from './sources.ts'

const mac: Machine = {
  platform: 'darwin',
  arch: 'arm64',
  environment: { PATH: '/usr/bin' },
  isThere: () => false,
}
const opening = listFiles('test/**/*.test.ts').filter((name) =>
  /from '[./]+\/(support\/)?browser\.ts'/.test(readFile(name)),
)

describe('a machine without a browser', () => {
  test.each([mac, { ...mac, platform: 'linux' }, { ...mac, arch: 'x64' }])(
    'leaves out the tests that open one, and no other: $platform $arch',
    (machine) => {
      expect(opening.length).toBeGreaterThan(5)
      expect(testsWithoutBrowser(machine)).toEqual(opening.toSorted())
    },
  )

  test('is told which, and why, in one line', () => {
    const line = aboutLeftOut(testsWithoutBrowser(mac))
    expect(line).toMatch(/^Without a browser \d+ test files are left out: test\/access\/browser/)
    expect(line).toMatch(/CHROME_PATH\.$/)
    expect(line).not.toContain('\n')
  })
})

describe('a machine with a browser leaves no test out', () => {
  test.each([
    ['from npm', { ...mac, platform: 'linux', arch: 'x64' }],
    ['that is installed', { ...mac, isThere: (path: string) => path === '/usr/bin/chromium' }],
    ['that CHROME_PATH names', { ...mac, environment: { CHROME_PATH: '/opt/chrome' } }],
  ])('%s', (_, machine) => {
    expect(testsWithoutBrowser(machine)).toEqual([])
  })
})
