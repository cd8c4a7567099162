import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { cancelImport } from '../../../src/features/spreadsheets/take-over/cancel-import.ts'
import { confirmImport } from '../../../src/features/spreadsheets/take-over/confirm-import.ts'
import { exportPeople } from '../../../src/features/spreadsheets/export/export-people.ts'
import { writeCsv, writeXlsx } from '../../../src/features/spreadsheets/file/write.ts'
import { workSpreadsheet } from '../../../src/features/spreadsheets/take-over/jobs.ts'
import { mapColumns } from '../../../src/features/spreadsheets/map-columns.ts'
import { uploadSpreadsheet } from '../../../src/features/spreadsheets/upload.ts'
import type { CellProblem } from '../../../src/features/spreadsheets/check-rows.ts'
import { useHouse } from '../../support/house.ts'
import { aProgramme, type Programme } from '../../support/people.ts'

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
  await workSpreadsheet(house.ctx(), id)
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

describe('the example spreadsheet', () => {
  test('says for each row what will happen, and what is wrong in which cell', async () => {
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
      [5, 'birthYear tooBig'],
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

  test('is refused while a row is wrong, and comes in whole when it is put right', async () => {
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

  test('pressed twice and worked twice comes in once', async () => {
    const id = await upload(await correct())
    await Promise.all([confirm(id), confirm(id)])
    expect(await house.boss.fetch('spreadsheet', { batchSize: 5 })).toMatchObject([
      { data: { spreadsheetId: id } },
    ])
    await workSpreadsheet(house.ctx(), id)
    await workSpreadsheet(house.ctx(), id)
    await confirm(id)
    expect(await people()).toHaveLength(4)
  })

  test('leaves nobody when it is given up', async () => {
    const id = await upload(await correct())
    await confirm(id)
    await cancelImport(by(), id)
    await workSpreadsheet(house.ctx(), id)
    expect(await stateOf(id)).toBe('cancelled')
    expect(await people()).toEqual([])
    expect(await rowsOf(id)).toEqual([])
  })
})

describe('who is here already', () => {
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

  test('an export comes in again without a change, from CSV and from XLSX', async () => {
    await importNow(await upload(await correct()))
    const all = async () =>
      JSON.stringify([
        (await people()).map(({ version: _, ...person }) => person),
        await house.db.selectFrom('enrolment').selectAll().orderBy('id').execute(),
        await house.db
          .selectFrom('enrolmentTopic')
          .selectAll()
          .orderBy('enrolmentId')
          .orderBy('topic')
          .execute(),
        await house.db
          .selectFrom('personLanguage')
          .selectAll()
          .orderBy('personId')
          .orderBy('tag')
          .execute(),
        await house.db
          .selectFrom('availability')
          .selectAll()
          .orderBy('personId')
          .orderBy('day')
          .execute(),
      ])
    const before = await all()
    for (const write of [writeCsv, writeXlsx]) {
      const id = await upload(await bytesOf(write(await exportPeople(by(), '0461'))))
      const rows = await rowsOf(id)
      expect(rows.map(({ problems, repeats }) => problems ?? repeats)).toEqual([
        null,
        null,
        null,
        null,
      ])
      await importNow(id, 'update')
      expect(await all()).toBe(before)
    }
  })
})

test('another meaning of the columns checks every row anew', async () => {
  const id = await upload('Frivillige;Skriv til\nMette Holm;mette@example.dk\n', 'mentor')
  expect((await rowsOf(id))[0]?.problems).not.toBeNull()
  await mapColumns(by(), id, ['name', 'email'])
  expect((await rowsOf(id))[0]).toMatchObject({ problems: null })
  await importNow(id)
  expect(await people()).toMatchObject([{ name: 'Mette Holm', email: 'mette@example.dk' }])
})
