import { describe, expect, test } from 'vitest'
import type { Actor } from '../../../src/context.ts'
import { transact } from '../../../src/context.ts'
import { listSites } from '../../../src/db/sites.ts'
import { addPartner } from '../../../src/features/programmes/add-partner.ts'
import { addSite } from '../../../src/features/places/sites/add-site.ts'
import {
  findOwnProgramme,
  listMunicipalities,
  listPartners,
  listProgrammes,
} from '../../../src/features/programmes/sql.ts'
import { findProgrammeFor } from '../../../src/features/people/sql.ts'
import { startProgramme } from '../../../src/features/programmes/start.ts'
import { useHouse } from '../../support/house.ts'

const house = useHouse()
const odense = { municipality: '0461', name: 'Mentor-match i Odense', alsoServes: ['0440'] }
const administrator: Actor = {
  kind: 'staff',
  id: '01890000-0000-7000-8000-000000000000',
  name: 'Ada',
  role: 'administrator',
  municipality: null,
}

describe('starting a programme', () => {
  test('admits people of its municipality and of the others it serves', async () => {
    const id = await startProgramme(house.ctx(administrator), odense)
    await transact(house.ctx(), async ({ db }) => {
      const expected = { id, municipality: '0461' }
      expect(await findProgrammeFor(db, '0461')).toEqual(expected)
      expect(await findProgrammeFor(db, '0440')).toEqual(expected)
      expect(await findProgrammeFor(db, '0265')).toBeUndefined()
      expect(await findOwnProgramme(db, '0461')).toMatchObject({
        name: 'Mentor-match i Odense',
        municipalityName: 'Odense',
        area: [
          { code: '0440', name: 'Kerteminde' },
          { code: '0461', name: 'Odense' },
        ],
      })
    })
  })

  test('sends people to the programme of their own municipality where there is one', async () => {
    await startProgramme(house.ctx(administrator), odense)
    const own = { municipality: '0440', name: 'Kerteminde', alsoServes: [] }
    const id = await startProgramme(house.ctx(administrator), own)
    const found = await transact(house.ctx(), ({ db }) => findProgrammeFor(db, '0440'))
    expect(found).toEqual({ id, municipality: '0440' })
  })

  test('refuses a second programme in the same municipality, also when both start at once', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () => startProgramme(house.ctx(administrator), odense)),
    )
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason.type).toBe('already-exists')
    expect(await transact(house.ctx(), ({ db }) => listProgrammes(db))).toHaveLength(1)
  })

  test.each([
    ['/municipality', { ...odense, municipality: '0999' }],
    ['/alsoServes', { ...odense, alsoServes: ['0440', '0411'] }],
  ])('refuses a municipality that does not exist: %s', async (pointer, command) => {
    await expect(startProgramme(house.ctx(administrator), command)).rejects.toMatchObject({
      type: 'invalid-input',
      fields: [{ pointer, code: 'choice' }],
    })
    expect(await house.db.selectFrom('programme').selectAll().execute()).toEqual([])
  })

  test('offers the 98 municipalities in Danish alphabetical order', async () => {
    const all = await transact(house.ctx(), ({ db }) => listMunicipalities(db))
    expect(all).toHaveLength(98)
    expect(all[0]!.name).toBe('Albertslund')
    expect(all.at(-1)!.name).toBe('Aarhus')
  })
})

describe('adding sites and partners', () => {
  const coordinator: Actor = { ...administrator, role: 'coordinator', municipality: '0461' }
  const library = {
    name: 'Vollsmose Bibliotek',
    address: 'Vollsmose Allé 14',
    vulnerableArea: true,
  }

  test('lists them for their municipality only', async () => {
    const siteId = await addSite(house.ctx(coordinator), '0461', library)
    const partner = { name: 'Røde Kors', type: 'ngo', residence: '0440' } as const
    const partnerId = await addPartner(house.ctx(coordinator), '0461', partner)
    await transact(house.ctx(coordinator), async ({ db }) => {
      expect(await listSites(db, '0461')).toEqual([{ id: siteId, ...library }])
      expect(await listPartners(db)).toEqual([{ id: partnerId, ...partner }])
    })
    await transact(house.ctx({ ...coordinator, municipality: '0265' }), async ({ db }) => {
      expect(await listSites(db, '0265')).toEqual([])
      expect(await listPartners(db)).toEqual([])
    })
  })

  test('refuses a partner whose municipality does not exist', async () => {
    const partner = { name: 'Røde Kors', type: 'ngo', residence: '0001' } as const
    await expect(addPartner(house.ctx(coordinator), '0461', partner)).rejects.toMatchObject({
      fields: [{ pointer: '/residence', code: 'choice' }],
    })
  })
})
