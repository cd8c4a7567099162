import { expect, test } from 'vitest'
import { recordMeetingOfMatches } from '../../../src/features/matches/record-meeting.ts'
import { anAccount } from '../../support/accounts.ts'
import { sessionCookie, useOpenSite } from '../../support/app.ts'
import {
  checkAccessibility,
  listenForComplaints,
  overflow,
  picture,
  useBrowser,
} from '../../support/browser.ts'
import { useHouse } from '../../support/house.ts'
import { aMatch, aMeeting, aMentee, aMentor, aProgramme } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const { site, address } = await useOpenSite(house)
const browser = useBrowser()

test.each(oneOf(['da', 'ar'] as const))(
  'matches fit a phone in %s, and can be paused and closed there',
  async (locale) => {
    const programme = await aProgramme(house)
    const late = {
      mentor: await aMentor(house, { name: 'Hanne Sørensen' }),
      mentee: await aMentee(house, { name: 'Selam Habtemariam' }),
    }
    await aMatch(house, late)
    house.clock.advance({ days: 14 })
    const { matchId, meetingId } = await aMeeting(house, programme, {
      pair: {
        mentor: await aMentor(house, { name: 'Bodil Mikkelsen' }),
        mentee: await aMentee(house, { name: 'عمر الحداد' }),
      },
      startsAt: '2026-12-09T13:00:00+01:00',
    })
    house.clock.set('2026-12-10T09:00Z')
    await recordMeetingOfMatches(house.ctx(programme.coordinator), meetingId, {
      agreements: [{ matchId, topics: ['dansk', 'it'] }],
    })
    const session = await site.enter(await anAccount(house))
    const cookies = [{ name: sessionCookie, value: session, url: address }]
    const pages = {
      phone: await browser.phone({ locale }),
      desktop: await browser.desktop({ locale }),
    }
    const complaints = Object.values(pages).flatMap(listenForComplaints)
    const look = async (path: string, name: string) => {
      for (const [size, page] of Object.entries(pages)) {
        await page.context().addCookies(cookies)
        await page.goto(`${address}${path}`)
        for (const details of await page.locator('main details').all())
          await details.locator('summary').click()
        await picture(page, `${name}-${locale}-${size}`)
        expect([name, size, await overflow(page)]).toEqual([name, size, 0])
        expect([name, await checkAccessibility(page)]).toEqual([name, []])
      }
    }
    await look('/matches', 'matches')
    await look(`/matches/${matchId}`, 'match-asked')
    const { phone } = pages
    await phone.fill('#field-until', '2027-01-04')
    await phone.click('form[action$="/pause"] button')
    await phone.click('form[action$="/resumption"] button')
    await phone.click('summary >> nth=-1')
    await phone.click('label[for="choice-side-2"]')
    await phone.click('label[for="choice-reasons-2"]')
    await phone.click('form[action$="/closure"] button')
    await look(`/matches/${matchId}`, 'match-closing')
    await phone.click('form[action$="/closure/confirmation"] button')
    await look(`/matches/${matchId}`, 'match-closed')
    expect(complaints).toEqual([])
    const { state } = await house.db
      .selectFrom('match')
      .select('state')
      .where('id', '=', matchId)
      .executeTakeFirstOrThrow()
    expect(state).toBe('closed')
  },
)
