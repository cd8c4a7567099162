import type { InjectOptions } from 'fastify'
import { beforeEach, expect, test } from 'vitest'
import { anAccount } from '../support/accounts.ts'
import { sessionCookie, useSite } from '../support/app.ts'
import { openPlaces } from '../support/described.ts'
import { useHouse } from '../support/house.ts'
import { aPlace, type Place, useFixture } from '../support/municipality.ts'
import { type Row, rows } from './routes.ts'

// Beyond the first name, a person's data is for colleagues of their municipality and for
// themselves. Each such field gets a unique word here, and no one else may receive it in any
// response.

const house = useHouse()
const site = useSite(house)

const fixture = useFixture(house, () => aPlace(house, site, '0461'))
let odense: Place
beforeEach(() => {
  odense = fixture.current()
})

test('only the listed response schemas allow properties that they do not name', () => {
  expect(openPlaces(site.app)).toEqual([
    // The explanation of a pair, for coordinators.
    'GET /api/v1/match-runs/{id}/pairs 200 data [] parts [] facts',
    'GET /api/v1/proposals 200 data [] parts [] facts',
    'GET /api/v1/proposals/{id} 200 parts [] facts',
    // The export of everything about one person.
    'GET /api/v1/enrolments/{id}/export 200 {}',
    'GET /api/v1/statistics 200 meta definitions {}',
  ])
})

/** Plants a unique word in every such field; returns the owner of each word. */
async function plantWords(): Promise<Map<string, string>> {
  const ownerOf = new Map<string, string>()
  const people = await house.db.selectFrom('person').select(['id', 'name']).orderBy('id').execute()
  for (const [index, { id, name }] of people.entries()) {
    const word = (field: string) => {
      const made = `hemmelig${field}${index}x`
      ownerOf.set(made, id)
      return made
    }
    const phone = `+4571${String(index).padStart(2, '0')}4242`
    ownerOf.set(phone, id)
    await house.db
      .updateTable('person')
      .set({
        name: `${name.split(' ')[0]} ${word('efternavn')}`,
        email: `${word('mail')}@example.dk`,
        phone,
        street: word('vej'),
        town: word('by'),
        interests: [word('interesse')],
      })
      .where('id', '=', id)
      .execute()
    await house.db
      .insertInto('personLanguage')
      // A rare language reveals where a person comes from.
      .values({ municipality: '0461', personId: id, tag: `x-${word('sprog')}`, level: 'native' })
      .execute()
    const enrolments = await house.db
      .selectFrom('enrolment')
      .select('id')
      .where('personId', '=', id)
      .execute()
    for (const { id: enrolmentId } of enrolments) {
      await house.db
        .updateTable('enrolmentTransition')
        .set({ reason: word('grund') })
        .where('enrolmentId', '=', enrolmentId)
        .execute()
      await house.db
        .insertInto('enrolmentTopic')
        .values({ municipality: '0461', enrolmentId, topic: word('behov') })
        .execute()
      await house.db
        .updateTable('interview')
        .set({ reason: word('samtale') })
        .where('enrolmentId', '=', enrolmentId)
        .execute()
    }
  }
  return ownerOf
}

/** The parties of the match and of the open offer. */
async function partiesOf(): Promise<string[]> {
  const pairs = await house.db
    .selectFrom('proposal')
    .innerJoin('enrolment as mentor', 'mentor.id', 'proposal.mentorId')
    .innerJoin('enrolment as mentee', 'mentee.id', 'proposal.menteeId')
    .select(['mentor.personId as mentorPersonId', 'mentee.personId as menteePersonId'])
    .where('proposal.state', 'in', ['offered', 'accepted'])
    .execute()
  return pairs.flatMap(({ mentorPersonId, menteePersonId }) => [mentorPersonId, menteePersonId])
}

/** The complete response: status, headers and body. */
async function bytes(request: InjectOptions): Promise<string> {
  const answer = await site.inject(request)
  return `${JSON.stringify(answer.raw.res.getHeaders())}${answer.rawPayload.toString('utf8')}`
}

test('no response to a mentor, mentee, client or the public contains another person’s words', async () => {
  const ownerOf = await plantWords()
  const parties = await partiesOf()
  expect(parties).toHaveLength(4)
  const administrator = await site.enter(await anAccount(house, { role: 'administrator' }))
  const readers: { name: string; by: InjectOptions; personId?: string }[] = [
    { name: 'public', by: {} },
    { name: 'client', by: { headers: { authorization: `Bearer ${odense.statistics}` } } },
    { name: 'administrator', by: { cookies: { [sessionCookie]: administrator } } },
  ]
  for (const personId of parties) {
    const session = await site.enter({ personId })
    readers.push({ name: personId, personId, by: { cookies: { [sessionCookie]: session } } })
  }
  const linkHolder = { name: 'link', personId: odense.partyId, by: {} }
  const leaks: string[] = []
  const owns = new Set<string>()
  for (const { name, by, personId } of [...readers, linkHolder])
    for (const route of site.app.inventory) {
      if (!['GET', 'HEAD'].includes(route.method)) continue
      // Routes with a token are followed only by the holder of the link.
      if (route.url.includes(':token') && name !== 'link') continue
      const row = rows[`${route.method === 'HEAD' ? 'GET' : route.method} ${route.url}`] ?? {}
      const ids = row.target === undefined ? [odense.answerToken] : await everyIdLike(row.target)
      for (const id of ids) {
        const query = new URLSearchParams(row.query?.(odense))
        const told = await bytes({
          ...by,
          method: route.method as 'GET',
          url: `${route.url.replace(/:\w+|\*/, id)}?${query}`,
        })
        for (const [word, owner] of ownerOf) {
          if (!told.includes(word)) continue
          if (owner === personId) owns.add(personId)
          else leaks.push(`${route.method} ${route.url} sends ${name} ${word}`)
        }
      }
    }
  expect(leaks).toEqual([])
  // People do receive their own words, so the search works.
  expect([...owns].sort()).toEqual([...new Set(parties)].sort())
}, 300_000)

/** The route's target or, where targets belong to persons, all of that kind. */
async function everyIdLike(target: NonNullable<Row['target']>): Promise<string[]> {
  const table = target === 'offeredId' ? 'proposal' : 'enrolment'
  if (target !== 'offeredId' && target !== 'partyEnrolmentId') return [odense[target]]
  const all = await house.db.selectFrom(table).select('id').execute()
  return all.map(({ id }) => id)
}
