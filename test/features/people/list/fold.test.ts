import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { useHouse } from '../../../support/house.ts'

const house = useHouse()

async function fold(written: string): Promise<string | undefined> {
  const { rows } = await sql<{ folded: string }>`select fold(${written}) as folded`.execute(
    house.db,
  )
  return rows[0]?.folded
}

test.each([
  [['Søren', 'Soeren', 'Soren', 'SÖREN'], 'soren'],
  [['Åse', 'Aase', 'ase', 'A\u030ase'], 'ase'],
  [['Næstved', 'Naestved', 'nastved'], 'nastved'],
  [['José', 'JOSE\u0301'], 'jose'],
  [['Łukasz', 'lukasz'], 'lukasz'],
  [["Мар'яна", 'Мар’яна', 'маряна'], 'маряна'],
  [['أحمد', 'احمد', 'أَحْمَد', 'احـمد'], 'احمد'],
  [['فاطمة', 'فاطمه'], 'فاطمه'],
  [['يحيى', 'یحیی', 'يحيي'], 'يحيي'],
  [['ኣበባ'], 'ኣበባ'],
])('%j are one spelling', async (spellings, folded) => {
  for (const spelling of spellings) expect(await fold(spelling)).toBe(folded)
})
