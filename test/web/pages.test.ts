import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../src/context.ts'
import { openLink } from '../../src/features/accounts/links/open-link.ts'
import { locales } from '../../src/locales/locale.ts'
import { anAccount } from '../support/accounts.ts'
import { useSite } from '../support/app.ts'
import { useHouse } from '../support/house.ts'
import { validateHtml } from '../support/html.ts'
import { oneOf } from '../support/tries.ts'
import { aMeeting, aProgramme, type Programme, writeMails } from '../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})

/** Checks each page in every language: found, in its language and direction, and valid. */
async function look(paths: readonly string[], session?: string): Promise<void> {
  for (const [at, path] of paths.entries())
    for (const lang of oneOf(locales, at)) {
      const answer = await site.get(`${path}?lang=${lang}`, session)
      expect([path, lang, answer.statusCode]).toEqual([path, lang, 200])
      expect(answer.body).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">`)
      expect([path, lang, await validateHtml(answer.body)]).toEqual([path, lang, []])
    }
}

describe('every page is valid in its language', () => {
  test('for everybody', async () => {
    const { accountId } = await anAccount(house)
    const link = (purpose: 'sign-in' | 'invitation') =>
      transact(house.ctx(), (ctx) =>
        openLink(ctx, {
          purpose,
          accountId,
          municipality: '0461',
          lasts: Temporal.Duration.from({ hours: 1 }),
        }),
      )
    await look([
      '/',
      '/mentor',
      '/mentor/thanks',
      '/mentee',
      '/mentee/thanks',
      '/sign-in',
      `/sign-in/${await link('sign-in')}`,
      `/invitation/${await link('invitation')}`,
    ])
  })

  test('for coordinators', async () => {
    await aMeeting(house, programme)
    await writeMails(house)
    const mails = await house.db.selectFrom('mail').select('id').execute()
    const session = await site.enter(await anAccount(house))
    await look(
      [
        '/programme',
        '/programme/sites/new',
        '/programme/partners/new',
        '/tokens',
        '/account',
        '/report',
        '/mail',
        ...mails.map(({ id }) => `/mail/${id}`),
      ],
      session,
    )
  })

  test('for coordinators who have nothing yet', async () => {
    await aProgramme(house, { municipality: '0265' })
    const session = await site.enter(await anAccount(house, { municipality: '0265' }))
    await look(
      ['/proposals', '/people', '/matches', '/meetings', '/meetings/new', '/mail', '/report'],
      session,
    )
  })

  test('for administrators', async () => {
    const session = await site.enter(await anAccount(house, { role: 'administrator' }))
    await look(
      [
        '/administration',
        '/administration/programmes/new',
        '/administration/coordinators/new',
        '/account',
      ],
      session,
    )
  })
})
