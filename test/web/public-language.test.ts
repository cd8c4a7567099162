import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSignInLink } from '../../src/features/accounts/links/create-sign-in-link.ts'
import { staffCatalogues } from '../../src/locales/catalogues.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { aPlace, type Place } from '../support/municipality.ts'

const house = useHouse()
const site = useSite(house)

const { ar } = staffCatalogues
beforeAll(() => {
  delete staffCatalogues.ar
})
afterAll(() => {
  staffCatalogues.ar = ar!
})

let place: Place
let signInToken: string
beforeEach(async () => {
  place = await aPlace(house, site, '0461')
  const lasts = Temporal.Duration.from({ minutes: 5 })
  signInToken = await createSignInLink(house.ctx(), { personId: place.partyId, lasts })
})

/** Open to everybody, but read by staff before they are signed in. */
const forStaff = new Set([
  '/confirm',
  '/invitation/:token',
  '/second-factor',
  '/set-up/:token',
  '/sign-in',
  '/sign-in/oidc/callback',
])
/** What is not a page. */
const files = /^\/(api|assets)\/|^\/me\/export$|\.ics$/

test('the public reads every page in a language that has only their messages', async () => {
  const paths: Record<string, string> = {
    '/answer/:token': `/answer/${place.answerToken}`,
    '/concern/:token': `/concern/${place.concernToken}`,
    '/m/:token': `/m/${place.questionToken}`,
    '/me/questions/:id': `/me/questions/${place.questionId}`,
    '/me/meetings/:id': `/me/meetings/${place.plannedId}`,
    '/me/pairs/:id/end': `/me/pairs/${place.matchId}/end`,
    '/me/pairs/:id/meeting': `/me/pairs/${place.matchId}/meeting`,
    '/me/pairs/:id/met': `/me/pairs/${place.matchId}/met`,
    '/interested/:token': `/interested/${place.interestedToken}`,
    '/unsubscribe/:token': `/unsubscribe/${place.unsubscribeToken}`,
    '/welcome/:token': `/welcome/${place.welcomeToken}`,
    '/sign-in/:token': `/sign-in/${signInToken}`,
    '/problems/:type': '/problems/no-capacity',
    '/me/proposals/:id': `/me/proposals/${place.offeredId}`,
    '/me/roles/:id/profile': `/me/roles/${place.partyEnrolmentId}/profile`,
  }
  const pages = site.app.inventory.filter(
    ({ method, url, policy }) =>
      method === 'GET' &&
      ['public', 'person'].includes(policy) &&
      !files.test(url) &&
      !forStaff.has(url),
  )
  // The mentor of the pair.
  const mentor = await site.enter({ personId: place.questionedId })
  expect(pages.length).toBeGreaterThan(12)
  for (const { url, policy } of pages) {
    const path = `${paths[url] ?? url}?lang=ar`
    const reader = /^\/me\/(meetings|pairs|questions)\//.test(url) ? mentor : place.party
    const { statusCode, body } = await site.get(path, policy === 'person' ? reader : undefined)
    expect([url, statusCode]).toEqual([url, 200])
    expect([url, /<html[^>]*>/.exec(body)?.[0]]).toEqual([url, '<html lang="ar" dir="rtl">'])
  }
})

test('a form that is refused comes back in that language', async () => {
  for (const path of ['/mentor', '/mentee', '/link']) {
    const { statusCode, body } = await site.post(`${path}?lang=ar`, {})
    expect([path, statusCode]).toEqual([path, 422])
    expect(body).toContain('<html lang="ar" dir="rtl">')
  }
})

test('staff read Danish and are not offered that language', async () => {
  for (const [path, session] of [['/sign-in'], ['/proposals', place.coordinator]] as const) {
    const { statusCode, body } = await site.get(`${path}?lang=ar`, session)
    expect([path, statusCode]).toEqual([path, 200])
    expect(body).toContain('<html lang="da" dir="ltr">')
  }
  const { body } = await site.get('/mentor?lang=ar', place.coordinator)
  expect(body).toContain('<html lang="da" dir="ltr">')
  expect(body).not.toContain('hreflang="ar"')
})
