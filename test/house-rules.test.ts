import { basename, dirname } from 'node:path/posix'
import { describe, expect, test } from 'vitest'
import { findUnscoped } from '../src/db/scope/find-unscoped.ts'
import manifest from '../package.json' with { type: 'json' }
import { problems } from '../src/problems.ts'
import { holes } from './sabotage/holes.ts'
import { listFiles, readFile, readSource, type SourceFile } from './support/sources.ts'
import { writtenStatements } from './support/written-sql.ts'

const sources = [...listFiles('src/**/*.ts'), ...listFiles('migrations/*.ts')].map(readSource)
const features = sources.filter(({ name }) => name.startsWith('src/features/'))
/** The feature of a file. people/transitions/by-hand counts as its own, above others: it ends matches. */
const featureOf = (name: string) =>
  /^src\/features\/(people\/transitions\/by-hand|[^/]+)\//.exec(name)?.[1]
const baseOf = (name: string) => basename(name, '.ts')

function forbidden(
  files: SourceFile[],
  isForbidden: (target: string, file: SourceFile, isType: boolean) => boolean,
): string[] {
  return files.flatMap((file) =>
    file.imports
      .filter(({ target, isType }) => isForbidden(target, file, isType))
      .map(({ target }) => `${file.name} → ${target}`),
  )
}

/** The files but the allowed ones that contain what the pattern finds. */
function containing(pattern: RegExp, allowed: RegExp, files = sources): string[] {
  const offending = files.filter(({ name, text }) => !allowed.test(name) && pattern.test(text))
  return offending.map(({ name }) => name)
}

describe('imports', () => {
  test('the matching core imports nothing outside itself, not even from Node', () => {
    const isRunByHand = (name: string) => name === 'src/matching/kernel/compile.ts'
    const core = sources.filter(
      ({ name }) => name.startsWith('src/matching/') && !isRunByHand(name),
    )
    expect(core.length).toBeGreaterThan(0)
    expect(forbidden(core, (target) => !target.startsWith('src/matching/'))).toEqual([])
  })

  test('db, web, mail and locales import no feature', () => {
    const below = sources.filter(({ name }) => /^src\/(db|web|mail|locales)\//.test(name))
    expect(forbidden(below, (target) => target.startsWith('src/features/'))).toEqual([])
  })

  test('only entry points import main, app, workers, cli or config', () => {
    // Migrating is an entry point as well as a part of the start.
    const rooms = sources.filter(
      ({ name }) => name.split('/').length > 2 && name !== 'src/db/migrate.ts',
    )
    const entryPoints = /^src\/(main|app|workers|cli|config)\.ts$/
    expect(forbidden(rooms, (target, _, isType) => !isType && entryPoints.test(target))).toEqual([])
  })

  test('features import only earlier ones in a fixed order, and only operations, schema and pure helpers', () => {
    const line = [
      ...[
        'digests',
        'mails',
        'self-service',
        'privacy',
        'concerns',
        'calendar',
        'people/transitions/by-hand',
        'letters',
      ],
      ...['imports', 'runs', 'proposals', 'follow-up', 'matches', 'meetings', 'questions'],
      ...['requirements', 'places', 'people', 'programmes', 'accounts', 'tasks', 'audit'],
    ]
    const above: Record<string, string[]> = { activities: ['people', 'programmes', 'accounts'] }
    for (const [place, feature] of line.entries()) above[feature] = line.slice(place + 1)
    above.reports = [...line, 'activities']
    expect(
      forbidden(features, (target, { name }) => {
        const [from, to] = [featureOf(name), featureOf(target)]
        if (from === undefined || to === undefined || from === to) return false
        const isPrivate = /^(sql|views|pages|api|mails|jobs)$/.test(baseOf(target))
        return isPrivate || !above[from]?.includes(to)
      }),
    ).toEqual([])
  })

  test('views and mails are functions of their arguments', () => {
    const written = features.filter(({ name }) => /\/(views|mails)\.ts$/.test(name))
    const reaching = /^src\/(context|config)\.ts$|\/sql\.ts$|^kysely$/
    expect(forbidden(written, (target, _, isType) => !isType && reaching.test(target))).toEqual([])
  })

  test('migrations are frozen in time: they import nothing of the product', () => {
    const migrations = sources.filter(({ name }) => name.startsWith('migrations/'))
    expect(forbidden(migrations, (target) => target !== 'kysely')).toEqual([])
  })

  test('what the product imports is installed with it', () => {
    const shipped = sources.filter(({ name }) => name !== 'src/db/generate-types.ts')
    const known = [...Object.keys(manifest.dependencies), 'src/', 'node:']
    const isKnown = (target: string) =>
      known.some(
        (name) =>
          target === name || target.startsWith(name.replace(/\/?$/, name.endsWith(':') ? '' : '/')),
      )
    expect(forbidden(shipped, (target, _, isType) => !isType && !isKnown(target))).toEqual([])
  })

  test('no file imports itself through others', () => {
    const targets = new Map(
      sources.map(({ name, imports }) => [
        name,
        imports.flatMap(({ target, isType }) => (isType ? [] : target)),
      ]),
    )
    const settled = new Set<string>()
    const circles: string[] = []
    const walk = (name: string, way: string[]): void => {
      if (way.includes(name)) circles.push([...way.slice(way.indexOf(name)), name].join(' → '))
      if (way.includes(name) || settled.has(name)) return
      for (const target of targets.get(name) ?? []) walk(target, [...way, name])
      settled.add(name)
    }
    for (const name of targets.keys()) walk(name, [])
    expect(circles).toEqual([])
  })

  test.each([
    ['src/features/proposals/answer.ts', 35],
    ['src/features/people/registration/register.ts', 25],
    ['src/features/runs/queue/run.ts', 45],
    ['src/features/privacy/erase.ts', 80],
  ])('%s needs at most %i files, itself among them', (operation, most) => {
    const files = new Map(sources.map((source) => [source.name, source]))
    const needed = new Set([operation])
    for (const name of needed)
      for (const { target, isType } of files.get(name)?.imports ?? [])
        if (!isType && files.has(target)) needed.add(target)
    expect(needed.has('src/context.ts')).toBe(true)
    expect(needed.size).toBeLessThanOrEqual(most)
  })
})

describe('the layout', () => {
  test('a statement is written in a sql.ts', () => {
    const home = /^migrations\/|^src\/db\/|\/sql\.ts$|^src\/context\.ts$/
    const statement =
      /\bsql`|\bsql\.raw|\.(selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(/
    expect(containing(statement, home)).toEqual([])
    const others = sources.filter(({ name }) => !home.test(name))
    expect(forbidden(others, (target, _, isType) => !isType && target === 'kysely')).toEqual([])
  })

  test('a written statement has the scope of each of its tables', () => {
    const written = sources.filter(({ name }) => /^src\/.*\/sql\.ts$/.test(name))
    const statements = written.flatMap(({ text }) => writtenStatements(text))
    expect(statements.filter((text) => text.includes('/* in scope: ')).length).toBeGreaterThan(30)
    const unscoped = written.flatMap(({ name, text }) =>
      writtenStatements(text).flatMap((statement) =>
        findUnscoped(statement).map((table) => `${name}: ${table}`),
      ),
    )
    expect(unscoped).toEqual([])
  })

  test('no code removes or replaces the scope of a transaction', () => {
    expect(
      containing(/\bwithoutPlugins\(|\bnew ScopePlugin\b/, /^src\/(context|db\/migrate)\.ts$/),
    ).toEqual([])
    expect(
      containing(/\bnew (InScope|Owned)\b|\/\* (in scope|owned)/, /^src\/db\/scope\//),
    ).toEqual([])
  })

  test('a table is written by one feature', () => {
    const writers = new Map<string, Set<string>>()
    // Exception: the bulk import writes people's tables, a statement for each.
    const inBulk = /^src\/features\/imports\/writing\/(changes\/)?sql\.ts$/
    const statements = sources.filter(
      ({ name }) => /^src\/.*\/sql\.ts$/.test(name) && !inBulk.test(name),
    )
    for (const { name, text } of statements)
      for (const [, quoted, raw] of text.matchAll(
        /\.(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*'(\w+)|\b(?:insert into|delete from|update)\s+(?!set\b|of\b|skip\b)(\w+)/g,
      )) {
        const table = (quoted ?? raw ?? '').replace(/_(\w)/g, (_, letter) => letter.toUpperCase())
        writers.set(table, (writers.get(table) ?? new Set()).add(featureOf(name) ?? dirname(name)))
      }
    expect([...writers].filter(([, rooms]) => rooms.size > 1)).toEqual([])
  })

  test('a file of a feature has one of seven names, is named after its operation, or is pure', () => {
    const reaching = /^src\/(context|config)\.ts$|^src\/(db|mail)\/|\/sql\.ts$|^(kysely|fastify)$/
    const odd = features.filter(({ name, text, imports }) => {
      if (/^(schema|sql|pages|api|views|mails|jobs)$/.test(baseOf(name))) return false
      const word = baseOf(name).replaceAll('-', '')
      const operations = [...text.matchAll(/^export async function (\w+)/gm)].map(
        (match) => match[1],
      )
      if (operations.some((operation) => operation?.toLowerCase().includes(word))) return false
      return imports.some(({ target, isType }) => !isType && reaching.test(target))
    })
    expect(odd.map(({ name }) => name)).toEqual([])
  })

  test('the environment is read in config.ts, and a program ends the process', () => {
    expect(containing(/process\.env\b/, /^src\/config\.ts$/)).toEqual([])
    expect(
      containing(/process\.(exit|exitCode|abort|kill)\b/, /^src\/(main|cli|refusals)\.ts$/),
    ).toEqual([])
  })

  test('features and the core read no clock and use no randomness', () => {
    const pure = sources.filter(({ name }) => /^src\/(features|matching)\//.test(name))
    const reading = /Temporal\.Now|new Date\(\)|Date\.now|Math\.random|performance\.now/
    expect(containing(reading, /^$/, pure)).toEqual([])
  })

  test('there is no barrel and no default export', () => {
    expect(sources.map(({ name }) => name).filter((name) => baseOf(name) === 'index')).toEqual([])
    // The exports of the compiled kernel's entry are its functions.
    const entry = /^src\/matching\/kernel\/assembly\/search\.ts$/
    expect(containing(/^export\s+(default\b|\*|(type\s)?\{[^}]*\}\s+from\b)/m, entry)).toEqual([])
  })

  test('HTML is written unescaped in one place only', () => {
    expect(containing(/\bhtml\.raw\b/, /^src\/web\/html\.ts$/)).toEqual([])
  })
})

test('every problem is provoked by a test', () => {
  const others = listFiles('test/**/*.test.ts').filter(
    (name) => name !== 'test/house-rules.test.ts',
  )
  const tests = others.map(readFile)
  const unprovoked = Object.keys(problems).filter(
    (type) =>
      !tests.some((text) => text.includes(`'${type}'`) || text.includes(`/problems/${type}`)),
  )
  expect(unprovoked).toEqual([])
})

test('every planted fault quotes a line of the code once, and names existing tests', () => {
  const astray = holes.filter(
    ({ file, find, tests }) =>
      readFile(file).split(find).length !== 2 ||
      tests.split(' ').some((name) => listFiles(`${name}*`).length === 0),
  )
  expect(astray.map(({ name }) => name)).toEqual([])
})
