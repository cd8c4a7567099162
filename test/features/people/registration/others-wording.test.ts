import { beforeEach, expect, test } from 'vitest'
import { staffCatalogues } from '../../../../src/locales/catalogues.ts'
import { locales } from '../../../../src/locales/locale.ts'
import { type MessageKey, isMessageKey, translate } from '../../../../src/locales/translate.ts'
import { anAccount } from '../../../support/accounts.ts'
import { useSite } from '../../../support/app.ts'
import { useHouse } from '../../../support/house.ts'
import { aContact, aMentee, aMentor, aProgramme, type Programme } from '../../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

/** The texts with two wordings: to the person, and about them. */
const pairs = Object.keys(staffCatalogues.da).flatMap((other): [MessageKey, MessageKey][] => {
  const key = other.replace(/\.other$/, '')
  return key !== other && key.startsWith('people.') && isMessageKey(other) && isMessageKey(key)
    ? [[key, other]]
    : []
})

/** How many texts of each wording a page shows. */
function wordings(body: string, locale: (typeof locales)[number]) {
  const t = translate(locale)
  const shown = body.replace(/\s+/g, ' ').replaceAll('> ', '>').replaceAll(' <', '<')
  const isShown = (key: MessageKey) => shown.includes(`>${t.dynamic(key, { line: 1 })}<`)
  return {
    own: pairs.filter(([key]) => isShown(key)).length,
    others: pairs.filter(([, other]) => isShown(other)).length,
  }
}

test.each(locales)('a form in %s addresses the person who fills it in', async (lang) => {
  for (const make of [aMentor, aMentee]) {
    const party = await make(house)
    const session = await site.enter({ personId: party.personId })
    const own = await site.get(`/me/roles/${party.enrolmentId}/profile?lang=${lang}`, session)
    const { own: mine, others } = wordings(own.body, lang)
    expect([others, mine > 12]).toEqual([0, true])
  }
  for (const path of ['/mentor', '/mentee']) {
    const { own: mine, others } = wordings((await site.get(`${path}?lang=${lang}`)).body, lang)
    expect([others, mine > 12]).toEqual([0, true])
  }
})

test.each(locales)('the same form in %s speaks to a coordinator about the person', async (lang) => {
  const session = await site.enter(await anAccount(house))
  const contact = await aContact(house, programme)
  const paths = ['/mentor', '/mentee', `/people/${contact.enrolmentId}/registration`]
  for (const make of [aMentor, aMentee])
    paths.push(`/people/${(await make(house)).enrolmentId}/profile`)
  for (const path of paths) {
    const { own, others } = wordings((await site.get(`${path}?lang=${lang}`, session)).body, lang)
    expect([path, own, others > 12]).toEqual([path, 0, true])
  }
})
