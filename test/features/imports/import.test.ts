import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { inScope } from '../../../src/db/scope/in-scope.ts'
import { transact } from '../../../src/context.ts'
import { listPeople } from '../../../src/features/people/list/list-people.ts'
import { ListPeople } from '../../../src/features/people/list/schema.ts'
import { cancelImport } from '../../../src/features/imports/cancel-import.ts'
import { confirmImport } from '../../../src/features/imports/confirm-import.ts'
import { exportPeople } from '../../../src/features/imports/export/export-people.ts'
import { writeCsv, writeXlsx } from '../../../src/features/imports/export/write.ts'
import { workSpreadsheet } from '../../../src/features/imports/jobs.ts'
import { mapColumns } from '../../../src/features/imports/preview/map-columns.ts'
import { uploadSpreadsheet } from '../../../src/features/imports/upload.ts'
import type { CellProblem } from '../../../src/features/imports/preview/check-rows.ts'
import { aLease, dutyRows, work } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { aMentor, aProgramme, countRows, type Programme } from '../../support/people.ts'

const house = useHouse()
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

const by = () => house.ctx(programme.coordinator)
const example = () => readFile(join(import.meta.dirname, '../../../examples/frivillige.csv'))
const upload = (file: Uint8Array | string, role: 'mentor' | 'mentee' | 'column' = 'column') =>
  uploadSpreadsheet(by(), '0461', {
    role,
    file: typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(file),
  })
const rowsOf = (id: string) =>
  house.db
    .selectFrom('spreadsheetRow')
    .selectAll()
    .where('spreadsheetId', '=', id)
    .orderBy('number')
    .execute()
const people = () => house.db.selectFrom('person').selectAll().orderBy('name').execute()
const stateOf = async (id: string) =>
  (
    await house.db
      .selectFrom('spreadsheet')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).state
const confirm = (id: string, known: 'skip' | 'update' = 'skip') =>
  confirmImport(by(), id, { known, consent: 'on' }, 'da')
const importNow = async (id: string, known: 'skip' | 'update' = 'skip') => {
  await confirm(id, known)
  await workSpreadsheet(house.ctx(), id, aLease)
}
const bytesOf = async (file: AsyncIterable<string | Uint8Array>) => {
  const parts: Uint8Array[] = []
  for await (const part of file)
    parts.push(typeof part === 'string' ? new TextEncoder().encode(part) : part)
  return new Uint8Array(Buffer.concat(parts))
}
const right = async () => (await example()).toString().split('\n')
const without = async (...numbers: number[]) =>
  (await right()).filter((_, at) => !numbers.includes(at + 1)).join('\n')
const correct = () => without(4, 5, 6, 7, 8, 11)

/** Every table with data of a profile, and the version that each change raises. */
const profiles = async () => {
  const tables = await Promise.all([
    people(),
    house.db.selectFrom('enrolment').selectAll().orderBy('id').execute(),
    house.db
      .selectFrom('enrolmentTopic')
      .selectAll()
      .orderBy('enrolmentId')
      .orderBy('topic')
      .execute(),
    house.db.selectFrom('personLanguage').selectAll().orderBy('personId').orderBy('tag').execute(),
    house.db.selectFrom('availability').selectAll().orderBy('personId').orderBy('day').execute(),
    house.db
      .selectFrom('availabilityException')
      .selectAll()
      .orderBy('personId')
      .orderBy('startsOn')
      .execute(),
  ])
  return JSON.stringify(tables)
}

/** One person of each role, with a value in every column. */
const everything = [
  'Rolle,Navn,E-mail,Kommune,Sprog,Læser,Skriver,Kan tolke,Tilbud/Behov,Dage,Tider,Fravær,Kun på biblioteket,Interesser,Kapacitet,Ønsket køn,Ønsket alder,Børn med,Vil øve dansk,Tolk er i orden,Status',
  'mentor,Inge Friis,inge@example.dk,Odense,"dansk (modersmål), arabisk B1","dansk, arabisk",dansk,arabisk,dansk,"mandag, onsdag","formiddag; fredag 13-15","24.12.2026-2.1.2027; 14.2.2027",ja,have,3,kun kvinde,helst 30-50 år,ja,,,Klar',
  'mentee,Hodan Abdi,hodan@example.dk,Odense,somali,ingen,,,job (3),,lør 10-12,,nej,,,helst mand,kun til 40,ja,ja,ja,Tilmeldt',
].join('\n')

describe('the example spreadsheet', () => {
  test('shows for each row what will happen, and which cells are wrong', async () => {
    const id = await upload(await example())
    const rows = await rowsOf(id)
    const found = rows.map(({ number, problems, repeats }) => [
      number,
      ((problems ?? []) as unknown as CellProblem[])
        .map(({ column, code }) => `${column} ${code}`)
        .join() || (repeats === null ? 'new' : `as ${repeats}`),
    ])
    expect(found).toEqual([
      [2, 'new'],
      [3, 'new'],
      [4, 'email email'],
      [5, 'birthYear tooLate'],
      [6, 'residence area'],
      [7, 'name cpr'],
      [8, 'as 2'],
      [9, 'new'],
      [10, 'new'],
      [11, 'topics choice'],
    ])
    expect(await people()).toEqual([])
    expect(JSON.stringify(rows)).not.toContain('010155')
  })

  test.for(['mentor', 'mentee'] as const)(
    'is read the same when uploaded as %ss, since each row names its role',
    async (role) => {
      const files = [await upload(await correct()), await upload(await correct(), role)]
      const [asWritten, asSaid] = await Promise.all(
        files.map(async (id) =>
          (await rowsOf(id)).map(({ record, problems }) => ({ record, problems })),
        ),
      )
      expect(asSaid).toEqual(asWritten)
      expect(asSaid?.map(({ record }) => record)).not.toContain(null)
    },
  )

  test('is refused while a row is wrong, and imported whole once corrected', async () => {
    const wrong = await upload(await example())
    await expect(confirm(wrong)).rejects.toMatchObject({ type: 'state-conflict', state: 'wrong' })
    const id = await upload(await correct())
    await importNow(id)
    expect(await stateOf(id)).toBe('done')
    expect((await people()).map(({ name }) => name)).toEqual([
      'Amal Nasser',
      'Karen Bjerre',
      'Søren Østergård',
      'Yusuf Ali',
    ])
    expect(await rowsOf(id)).toEqual([])
    const consents = await house.db.selectFrom('consent').selectAll().execute()
    expect(consents).toHaveLength(3)
    const hours = await house.db.selectFrom('availability').selectAll().execute()
    expect(hours).toHaveLength(2 + 3 + 1)
    const entries = await house.db.selectFrom('auditEntry').selectAll().execute()
    const imported = entries.filter(({ action }) => action === 'person-imported')
    expect(imported).toHaveLength(4)
    expect(imported[0]?.actor).toBe(`staff:${programme.coordinator.id}`)
  })

  test('confirmed twice and worked twice is imported once', async () => {
    const id = await upload(await correct())
    await Promise.all([confirm(id), confirm(id)])
    expect(await dutyRows(house, 'import')).toMatchObject([{ subjectId: id }])
    await workSpreadsheet(house.ctx(), id, aLease)
    await workSpreadsheet(house.ctx(), id, aLease)
    await confirm(id)
    expect(await people()).toHaveLength(4)
  })

  test('leaves no one when it is cancelled', async () => {
    const id = await upload(await correct())
    await confirm(id)
    await cancelImport(by(), id)
    await workSpreadsheet(house.ctx(), id, aLease)
    expect(await stateOf(id)).toBe('cancelled')
    expect(await people()).toEqual([])
    expect(await rowsOf(id)).toEqual([])
  })
})

describe('a person who is registered already', () => {
  test('is found by e-mail, phone or name and birth year, and skipped or updated as chosen', async () => {
    await importNow(await upload(await correct()))
    const again = 'Navn;E-mail;Telefon;Fødselsår;Sprog\n'
    const rows =
      'Søren Ø;SOREN@example.dk;;;dansk C2\nAmal;;60708090;;\nkaren bjerre;ny@example.dk;;1955;\nNy Mand;ny2@example.dk;;1999;dansk'
    const id = await upload(again + rows, 'mentor')
    expect((await rowsOf(id)).map(({ knownId }) => knownId !== null)).toEqual([
      true,
      true,
      true,
      false,
    ])
    await importNow(id, 'update')
    const after = await people()
    expect(after.map(({ name }) => name).sort()).toEqual([
      'Amal',
      'Ny Mand',
      'Søren Ø',
      'Yusuf Ali',
      'karen bjerre',
    ])
    const soren = after.find(({ name }) => name === 'Søren Ø')!
    expect(soren).toMatchObject({ birthYear: 1961, phone: '+4522334455', version: 2 })
    const spoken = await house.db
      .selectFrom('personLanguage')
      .select(['tag', 'level'])
      .where('personId', '=', soren.id)
      .execute()
    expect(spoken).toEqual([{ tag: 'da', level: 'C2' }])
  })

  test('is not changed by importing an export, from CSV or from XLSX', async () => {
    await importNow(await upload(await correct()))
    await importNow(await upload(everything))
    const before = await profiles()
    for (const write of [writeCsv, writeXlsx]) {
      const id = await upload(await bytesOf(write(await exportPeople(by(), '0461'))))
      const rows = await rowsOf(id)
      expect(rows.map(({ problems, repeats, changes }) => problems ?? repeats ?? changes)).toEqual(
        Array(6).fill(false),
      )
      await importNow(id, 'update')
      expect(await profiles()).toBe(before)
    }
  })
})

test('a file can set every field of a profile', async () => {
  await importNow(await upload(everything))
  const [hodan, inge] = await people()
  expect(inge).toMatchObject({ name: 'Inge Friis', onlyAtLibrary: true, interests: ['have'] })
  expect(hodan).toMatchObject({ name: 'Hodan Abdi', onlyAtLibrary: false })
  const enrolments = await house.db.selectFrom('enrolment').selectAll().orderBy('role').execute()
  expect(enrolments).toMatchObject([
    {
      ...{ role: 'mentor', capacity: 3, acceptsChildren: true, childrenAlong: false },
      ...{ sexWish: 'woman', sexWishIsMust: true },
      ...{ ageWishFrom: 30, ageWishTo: 50, ageWishIsMust: false },
    },
    {
      ...{ role: 'mentee', acceptsChildren: false, childrenAlong: true },
      ...{ sexWish: 'man', sexWishIsMust: false },
      ...{ ageWishFrom: null, ageWishTo: 40, ageWishIsMust: true },
      ...{ wantsDanishPractice: true, interpreterAcceptable: true },
    },
  ])
  const skills = await house.db
    .selectFrom('personLanguage')
    .select(['tag', 'level', 'reads', 'writes', 'canInterpret'])
    .orderBy('tag')
    .execute()
  expect(skills).toEqual([
    { tag: 'ar', level: 'B1', reads: true, writes: false, canInterpret: true },
    { tag: 'da', level: 'native', reads: true, writes: true, canInterpret: false },
    { tag: 'so', level: 'B2', reads: false, writes: false, canInterpret: false },
  ])
  const hours = await house.db
    .selectFrom('availability')
    .select(['day', 'starts', 'ends'])
    .where('personId', '=', inge!.id)
    .orderBy('day')
    .execute()
  expect(hours.map(({ day, starts, ends }) => `${day} ${starts}-${ends}`)).toEqual([
    '1 09:00:00-12:00:00',
    '3 09:00:00-12:00:00',
    '5 13:00:00-15:00:00',
  ])
  const away = await house.db.selectFrom('availabilityException').selectAll().execute()
  expect(away.map((days) => `${days.startsOn}/${days.endsBefore}`)).toEqual([
    '2026-12-24/2027-01-03',
    '2027-02-14/2027-02-15',
  ])
})

test('an impossible value is reported with its column', async () => {
  const header =
    'Navn;E-mail;Sprog;Læser;Tider;Dage;Fravær;Ønsket køn;Ønsket alder;Børn med;Kun på biblioteket'
  const id = await upload(
    `${header}\nBo Dam;bo@example.dk;dansk;arabisk;17-19;xdag;31.2.2027;begge;gammel;måske;nogle gange`,
    'mentor',
  )
  const [row] = await rowsOf(id)
  const columns = (row!.problems as unknown as CellProblem[]).map(({ column }) => column)
  expect(columns.sort()).toEqual([
    ...['ageWish', 'away', 'children', 'hours', 'onlyAtLibrary', 'reads', 'wish'],
  ])
})

describe('while the people of a file are being written', () => {
  const rows = 4_500
  const many = () =>
    Array.from({ length: rows }, (_, at) => `Navn ${at};n${at}@example.dk;dansk`).join('\n')
  const seen = () =>
    transact(by(), async ({ db }) => {
      const { rows } = await sql<{ table: string; count: number }>`
        select 'person' as table, count(*)::int as count from person where ${inScope('person')}
        union all select 'enrolment', count(*)::int from enrolment where ${inScope('enrolment')}
        union all select 'consent', count(*)::int from consent where ${inScope('consent')}
        union all select 'transition', count(*)::int from enrolment_transition
          where ${inScope('enrolment_transition')}
        union all select 'audit', count(*)::int from audit_entry
          where ${inScope('audit_entry')} and action = 'person-imported'
        order by 1`.execute(db)
      return rows.map(({ count }) => count)
    })
  const writtenOf = async () =>
    (await house.db.selectFrom('spreadsheet').select('takenThrough').executeTakeFirstOrThrow())
      .takenThrough

  /** Works a file, and does something else when at least this many of its people are written. */
  async function interrupted(id: string, at: number, work: () => Promise<unknown>) {
    const working = workSpreadsheet(house.ctx(), id, aLease)
    while ((await writtenOf()) < at) await setTimeout(2)
    await work()
    await working
  }

  test('none of them is visible until all are', async () => {
    const id = await upload(`Navn;E-mail;Sprog\n${many()}`, 'mentor')
    await confirm(id)
    await interrupted(id, 2, async () => {
      expect(await writtenOf()).toBeLessThan(rows)
      expect(await seen()).toEqual([0, 0, 0, 0, 0])
      const list = await listPeople(by(), ListPeople.parse({ q: 'navn' }))
      expect(list.people).toEqual([])
    })
    expect(await seen()).toEqual(Array(5).fill(rows))
  })

  test('cancelling the import deletes them with all their rows', async () => {
    const before = await countRows(house)
    const id = await upload(`Navn;E-mail;Sprog\n${many()}`, 'mentor')
    await confirm(id)
    await interrupted(id, 2, () => cancelImport(by(), id))
    await work(house, ['import'])
    expect(await stateOf(id)).toBe('cancelled')
    const after = await countRows(house)
    expect({ ...after, spreadsheet: 0 }).toEqual(before)
  })

  test('a person who registers meanwhile is not duplicated', async () => {
    const id = await upload(`Navn;E-mail;Sprog\n${many()}`, 'mentor')
    await confirm(id)
    await interrupted(id, 2, () => aMentor(house, { name: 'Navn 7', email: 'N7@example.dk' }))
    const found = await people()
    expect(found.filter(({ name }) => name === 'Navn 7')).toHaveLength(1)
    expect(found).toHaveLength(rows)
  })
})

test('mapping the columns anew checks every row again', async () => {
  const id = await upload('Frivillige;Skriv til\nMette Holm;mette@example.dk\n', 'mentor')
  expect((await rowsOf(id))[0]?.problems).not.toBeNull()
  await mapColumns(by(), id, ['name', 'email'])
  expect((await rowsOf(id))[0]).toMatchObject({ problems: null })
  await importNow(id)
  expect(await people()).toMatchObject([{ name: 'Mette Holm', email: 'mette@example.dk' }])
})
