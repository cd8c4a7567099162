import type { House } from './house.ts'

export async function openKinds(house: House): Promise<string[]> {
  const rows = await house.db
    .selectFrom('task')
    .select('kind')
    .where('doneAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('kind')
    .execute()
  return rows.map((row) => row.kind)
}
