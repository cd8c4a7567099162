import { beforeEach, describe, expect, test } from 'vitest'
import { aClient, type Client } from '../../support/client.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import {
  aMentee,
  aMentor,
  aProgramme,
  countRows,
  type Programme,
  readyPair,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let client: Client
beforeEach(async () => {
  programme = await aProgramme(house)
  client = await aClient(house, site, programme.coordinator)
})

interface Gain {
  matched: number
  total: number
}
interface Explanation {
  recruit: (Gain & { text: string; mentor: Record<string, unknown> })[]
  askForMore: (Gain & { enrolmentId: string; text: string })[]
}
type Run = Gain & { id: string }

const run = async (): Promise<Run> => (await client.post('/match-runs', {})).json()
const explain = async ({ id }: Run): Promise<Explanation> =>
  (await client.get(`/match-runs/${id}/explanation`)).json()
const whatIf = async ({ id }: Run, variant: object): Promise<Gain> => {
  const variants = [{ name: 'Forsøg', ...variant }]
  const answer = await client.post(`/match-runs/${id}/what-if`, { variants })
  expect(answer.statusCode).toBe(200)
  return answer.json<{ data: Gain[] }>().data[1]!
}
const gainOf = (after: Gain, before: Gain) => ({
  matched: after.matched - before.matched,
  total: after.total - before.total,
})

/** A volunteer matching the advert registers, is interviewed and selected. */
async function join(mentor: Record<string, unknown>): Promise<string> {
  const form = { ...mentor, name: 'Ny Mentor', email: 'ny@example.dk', consent: true }
  const answer = await client.post('/mentors', form)
  expect(answer.statusCode).toBe(201)
  const { enrolmentId } = answer.json<{ enrolmentId: string }>()
  for (const to of ['interviewed', 'selected', 'ready'])
    await client.post(`/enrolments/${enrolmentId}/moves`, { to })
  return enrolmentId
}

const sundays = [{ day: 7, from: '09:00', to: '12:00' }]
const tigrinya = [{ tag: 'ti', level: 'native' as const }]

describe('the advice on whom to recruit', () => {
  test.each([
    ['hours nobody else has', { hours: sundays }],
    ['a language nobody else speaks', { languages: tigrinya }],
    ['a woman to talk with', { wish: { sex: 'woman' as const, isMust: true } }],
    ['children along', { childrenAlong: true }],
    ['another municipality and meetings online', { meets: 'online' as const, residence: '0440' }],
  ])('is right about the gain when such a mentor joins: %s', async (_, mentee) => {
    await readyPair(house)
    await aMentee(house, mentee)
    const before = await run()
    const [advice] = (await explain(before)).recruit
    expect(advice?.matched).toBe(1)
    const tried = await whatIf(before, { mentor: advice!.mentor })
    expect(gainOf(tried, before)).toMatchObject({ matched: 1, total: advice!.total })
    await join(advice!.mentor)
    const after = await run()
    expect(gainOf(after, before)).toEqual({ matched: 1, total: advice!.total })
  })

  test('names the conditions of the gain', async () => {
    await aMentee(house, { wish: { sex: 'woman', isMust: true }, childrenAlong: true })
    const [advice] = (await explain(await run())).recruit
    expect(advice!.text).toContain('Det skal være en kvinde.')
    expect(advice!.text).toContain('med børn')
  })

  test('has no duplicates: neither topics in another order, nor a language without gain', async () => {
    await readyPair(house)
    const [dansk, it] = (['dansk', 'it'] as const).map((topic) => ({ topic, importance: 3 }))
    await aMentee(house, { needs: [dansk!, it!] })
    await aMentee(house, { needs: [it!, dansk!] })
    await aMentee(house, {
      needs: [it!, dansk!],
      languages: [{ tag: 'da', level: 'A1' }, ...tigrinya],
      hours: [{ day: 3, from: '12:00', to: '17:00' }],
    })
    const { recruit } = await explain(await run())
    const said = recruit.map(({ mentor, matched, total }) =>
      JSON.stringify([(mentor.offers as string[]).toSorted(), mentor.hours, matched, total]),
    )
    expect(said.length).toBeGreaterThan(0)
    expect(new Set(said).size).toBe(said.length)
  })

  test('can be tried by one link on the page, with the same gain', async () => {
    await readyPair(house)
    await aMentee(house, { hours: sundays, languages: tigrinya })
    const { id } = await run()
    const coordinator = await site.enter(await anAccount(house))
    const { body } = await site.get(`/runs/${id}`, coordinator)
    const link = /href="(\/runs\/[^"]*residence1[^"]*)"/.exec(body)![1]!.replaceAll('&amp;', '&')
    const before = await countRows(house)
    const answer = await site.get(link, coordinator)
    expect(answer.statusCode).toBe(200)
    const cells = /<th scope="row">Par<\/th>\s*<td>(\d+)<\/td>\s*<td>(\d+)<\/td>/.exec(answer.body)
    expect(cells?.slice(1)).toEqual(['1', '2'])
    expect(answer.body).toContain('den nye mentor')
    expect(await countRows(house)).toEqual(before)
  })
})

describe('the advice on whom to ask for one more place', () => {
  test('is right about the gain when the mentor takes one more', async () => {
    const mentor = await aMentor(house)
    await aMentee(house)
    await aMentee(house)
    const before = await run()
    const [advice] = (await explain(before)).askForMore
    expect(advice).toMatchObject({ enrolmentId: mentor.enrolmentId, matched: 1 })
    const morePlaces = { mentor: mentor.enrolmentId, places: 1 }
    expect(gainOf(await whatIf(before, { morePlaces }), before)).toMatchObject({ matched: 1 })
    await house.db.updateTable('enrolment').set({ capacity: 2 }).execute()
    expect(gainOf(await run(), before)).toEqual({ matched: 1, total: advice!.total })
  })
})

describe('asking what if', () => {
  test('refuses a mentor who is not in the run, an unknown municipality, and a fifth variant', async () => {
    await readyPair(house)
    const { id } = await run()
    const ask = (variants: object[]) => client.post(`/match-runs/${id}/what-if`, { variants })
    const nobody = '00000000-0000-4000-8000-000000000000'
    const unknown = await ask([{ name: 'x', morePlaces: { mentor: nobody, places: 1 } }])
    expect(unknown.statusCode).toBe(422)
    expect(unknown.body).toContain('/variants/0/morePlaces/mentor')
    const [advice] = [{ residence: '0999', languages: [{ tag: 'da', level: 'native' }] }]
    const mentor = { ...advice, hours: sundays, offers: ['dansk'] }
    const place = await ask([{ name: 'x', mentor }])
    expect(place.statusCode).toBe(422)
    expect(place.body).toContain('/variants/0/mentor/residence')
    expect((await ask(Array.from({ length: 5 }, () => ({ name: 'x' })))).statusCode).toBe(422)
  })

  test('takes four variants at once, after the run itself', async () => {
    await readyPair(house)
    await aMentee(house)
    const { id } = await run()
    const variants = ['score', 'worst-off', 'coverage'].map((objective) => ({
      name: objective,
      objective,
    }))
    const answer = await client.post(`/match-runs/${id}/what-if`, {
      variants: [...variants, { name: 'flere', morePlaces: { places: 2 } }],
    })
    const { data } = answer.json<{ data: (Gain & { come: unknown[]; fairness: unknown })[] }>()
    expect(data.map(({ matched }) => matched)).toEqual([1, 1, 1, 1, 2])
    expect(data[0]!.come).toEqual([])
    expect(data[4]!.come).toHaveLength(1)
  })
})
