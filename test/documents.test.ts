import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { dirname, normalize } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { readConfig } from '../src/config.ts'
import { rules } from '../src/features/privacy/rules.ts'
import { documents, fencedBlocks, shellBlocks, tableRows } from './support/documents.ts'
import { listFiles, readFile } from './support/sources.ts'

const root = join(import.meta.dirname, '..')
const isThere = (path: string) => existsSync(join(root, path))
const settings = [...readFile('.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name!)
const sources = listFiles('src/**/*.ts').map((name) => ({ name, text: readFile(name) }))
const danish = listFiles('src/locales/**/da*.ts').concat(listFiles('src/locales/**/da/*.ts'))
const danishTexts = danish.map(readFile).join('\n')

/** What the complaint finds wrong in each document, as `document: complaint`. */
function complaints(complain: (text: string, document: string) => string[]): string[] {
  return documents.flatMap((document) =>
    complain(readFile(document), document).map((complaint) => `${document}: ${complaint}`),
  )
}

describe('commands', () => {
  test('in a document run what exists, or are run by readme.test.ts', () => {
    const wrong = documents.flatMap((document) =>
      shellBlocks(document)
        // The job by curl: readme.test.ts runs it.
        .filter((block) => !block.includes('API='))
        .flatMap((block) => block.trim().split(/\n|&&/))
        .flatMap((command) => faultsOf(command.trim()).map((fault) => `${document}: ${fault}`)),
    )
    expect(wrong).toEqual([])
  })

  test('that a sentence names are scripts of package.json', () => {
    const named = /`(?:npm run ((?!makker)[\w:-]+)[^`]*|((?:bench|test|db):[\w-]+))`/g
    expect(
      complaints((text) =>
        [...text.matchAll(named)]
          .map(([, script, short]) => (script ?? short)!)
          .filter((script) => !Object.hasOwn(manifest.scripts, script)),
      ),
    ).toEqual([])
  })
})

/** What a line of a shell block names that is not there. */
function faultsOf(command: string): string[] {
  const words = command.split(/\s+/)
  const assigned = words.flatMap((word) => /^([A-Z_]+)=/.exec(word)?.[1] ?? [])
  const [program, ...rest] = words.filter((word) => !/^[A-Z_]+=|^-|^rand$|^base64$|\)$/.test(word))
  const unknown = assigned.filter((name) => !settings.includes(name))
  return [...unknown, ...faultsOfProgram(program ?? '', rest, command)]
}

function faultsOfProgram(program: string, rest: string[], command: string): string[] {
  const [verb = '', ...others] = rest
  const paths = rest.filter((word) => /^(src|test|docs|bench|examples|migrations)\//.test(word))
  const missing = paths.filter((path) => !isThere(path))
  const projects = [...command.matchAll(/--project (\w+)/g)].map(([, name]) => name!)
  const noProject = projects.filter((name) => !readFile('vitest.config.ts').includes(`'${name}'`))
  if (program === 'npm' && verb === 'ci') return []
  if (program === 'npm') {
    const script = verb === 'run' ? others[0]! : verb
    const isScript = Object.hasOwn(manifest.scripts, script)
    return [
      ...missing,
      ...noProject,
      ...(isScript ? [] : [`no script ${script}`]),
      ...(script === 'makker' ? faultsOfMakker(others.slice(1)) : []),
    ]
  }
  if (program === 'npx') return isThere(`node_modules/.bin/${verb}`) ? missing : [`no ${verb}`]
  if (program === 'cp') return isThere(verb) ? [] : [`no ${verb}`]
  if (program === 'docker') return isThere('docker-compose.yml') ? [] : ['no docker-compose.yml']
  return program === 'git' ? [] : [`unknown command: ${command}`]
}

/** The command of the product itself; tests of their own run each. */
function faultsOfMakker([noun = '', verb = '']: string[]): string[] {
  const cli = readFile('src/cli.ts')
  const isCommand = [noun, `${noun} ${verb}`].some((name) =>
    new RegExp(`^  '?${name}'?: \\w+[,(]`, 'm').test(cli),
  )
  return isCommand ? [] : [`no command ${noun}`]
}

describe('names', () => {
  test('of files and folders in a document are there', () => {
    const path = /`((?:src|test|docs|bench|examples|migrations|\.ci|\.github)\/[\w./-]+)`/g
    expect(
      complaints((text) =>
        [...text.matchAll(path)].map(([, path]) => path!).filter((path) => !isThere(path)),
      ),
    ).toEqual([])
  })

  test('of settings in a document are settings', () => {
    const name = /`([A-Z]+_[A-Z_]+|[A-Z_]+(?==[^`]*`))[`=]/g
    const others = ['WITNESS_FOLDER', 'NODE_ENV']
    expect(
      complaints((text) =>
        [...text.matchAll(name)]
          .map(([, name]) => name!)
          .filter((name) => !settings.includes(name) && !others.includes(name)),
      ),
    ).toEqual([])
  })

  test('of the settings that production needs make a configuration', () => {
    const [block] = fencedBlocks('docs/operations.md', 'ini')
    const environment = Object.fromEntries(
      block!
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/s).slice(0, 2)),
    )
    for (const [name, value] of Object.entries(environment))
      if (value === '...') environment[name] = randomBytes(48).toString('base64')
    expect(Object.keys(environment).filter((name) => !settings.includes(name))).toEqual([])
    expect(readConfig(environment).production).toBe(true)
  })
})

describe('links', () => {
  test('between documents lead to files and headings that are there', () => {
    const link = /\]\(([^)\s]+)\)|\bsrc="([^"]+)"/g
    expect(
      complaints((text, document) =>
        [...text.matchAll(link)]
          .map(([, target, image]) => (target ?? image)!)
          .filter((target) => !/^https?:|^\.\.\/\.\.\//.test(target))
          .filter((target) => !leadsSomewhere(target, document)),
      ),
    ).toEqual([])
  })
})

function leadsSomewhere(target: string, document: string): boolean {
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? document : normalize(join(dirname(document), path))
  if (!isThere(file)) return false
  return anchor === undefined || headingsOf(file).includes(anchor)
}

/** The anchors that GitHub makes of the headings. */
function headingsOf(document: string): string[] {
  return [...readFile(document).matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

test('the README is at most 120 lines long', () => {
  expect(readFile('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(120)
})

test('the architecture names every file and folder at the top of src, and every feature', () => {
  const named = readFile('ARCHITECTURE.md')
  const rooms = [...readdirSync(join(root, 'src')), ...readdirSync(join(root, 'src/features'))]
  expect(rooms.length).toBeGreaterThan(25)
  expect(
    rooms.filter((room) => !named.includes(`\`${room}${room.includes('.') ? '' : '/'}\``)),
  ).toEqual([])
})

describe('the glossary', () => {
  const terms = tableRows('docs/glossary.md').filter((cells) => cells.length === 4)

  test('names things as the code does', () => {
    const code = sources.map(({ name, text }) => `${name}\n${text}`).join('\n')
    const unused = terms
      .map(([name]) => name!.replaceAll('`', ''))
      .filter((name) => !new RegExp(name.replace(/[A-Z]/, '-?$&'), 'i').test(code))
    expect(terms.length).toBeGreaterThan(30)
    expect(unused).toEqual([])
  })

  test('has the Danish words of the pages', () => {
    const words = terms.flatMap(([, , words]) => words!.split(', '))
    const unsaid = words.filter(
      (word) => word !== '–' && !new RegExp(word.replace('?', '\\?'), 'i').test(danishTexts),
    )
    expect(unsaid).toEqual([])
  })

  test('keeps its old words out of the code', () => {
    // A migration made the column `nameless`, and a start refuses what an older version called witness.
    const old =
      /\bwitness|testimon|[a-z]Nameless|^\s*(\/?\*+|\/\/).*\bnameless|\btongues\b|give-?way|let ?go\b/i
    const compatible = /WITNESS_FOLDER|'witness'|\bolder version/i
    const found = sources
      .concat(listFiles('test/**/*.ts').map((name) => ({ name, text: readFile(name) })))
      .filter(({ name }) => !/^src\/db\/types\.ts$|^test\/(documents|config)\.test\.ts$/.test(name))
      .flatMap(({ name, text }) => text.split('\n').map((line) => ({ name, line })))
      .filter(({ line }) => old.test(line) && !compatible.test(line))
    expect(found).toEqual([])
    const oldName = /^(ground|frozen|present|remember)\b/
    const exported = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/^export (?:async )?(?:const|function|class|interface|type) (\w+)/gm)]
        .map(([, exported]) => exported!)
        .concat(name.split('/').at(-1)!.replace('.ts', ''))
        .filter((word) => oldName.test(word))
        .map((word) => `${name}: ${word}`),
    )
    expect(exported).toEqual([])
  })
})

test('the coordinator’s page has the Danish words of the pages', () => {
  const words = [...readFile('docs/coordinator.md').matchAll(/\*\*([^*]+)\*\*/g)]
    .flatMap(([, bold]) => bold!.replace(/\s+/g, ' ').split(' → '))
    .filter((word) => !danishTexts.includes(word))
  expect(words).toEqual([])
})

test('every package has its reason, and no other has', () => {
  const listed = tableRows('docs/packages.md').map(([name]) => name!.replaceAll('`', ''))
  const { dependencies, devDependencies, optionalDependencies } = manifest
  const expected = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .map((name) =>
      name.replace(/^@types\/.*/, '@types/*').replace(/^node-(bin-)?\w+-\w+$/, 'node-*'),
    )
    .toSorted()
  expect(listed.toSorted()).toEqual([...new Set(expected)])
})

test('the page about privacy lists every rule of how long things are kept', () => {
  const listed = tableRows('docs/privacy.md').map(([rule, kept]) => `${rule} ${kept}`)
  const expected = rules.map(({ name, keeps }) => {
    const [unit, count] = Object.entries(keeps)[0]!
    return `\`${name}\` ${count} ${count === 1 ? unit.slice(0, -1) : unit}`
  })
  expect(listed.filter((row) => row.startsWith('`'))).toEqual(expected)
})

test('the page about operations lists every duty', () => {
  const rows = tableRows('docs/operations.md').map(([name]) => name!)
  const listed = rows.flatMap((cell) => [...cell.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!))
  const workers = readFile('src/workers.ts')
  const duties = [...workers.matchAll(/^ {4}'?([\w-]+)'?: \{(?=[^}]*\bwork)/gm)]
  expect(listed.toSorted()).toEqual(duties.map(([, name]) => name!).toSorted())
})

test('the map of controls names tests that exist, by titles that they have', () => {
  const names = listFiles('test/**/*')
  const named = /`((?:[\w-]+\/)*[\w.-]+\.test\.ts)`|"([^"]+)"/g
  const wrong: string[] = []
  let texts: string[] = []
  for (const [, file, title] of readFile('docs/controls.md').matchAll(named)) {
    if (file !== undefined) {
      texts = names.filter((name) => name === file || name.endsWith(`/${file}`)).map(readFile)
      if (texts.length === 0) wrong.push(file)
    } else if (!texts.some((text) => text.includes(title!))) wrong.push(title!)
  }
  expect(wrong).toEqual([])
})
