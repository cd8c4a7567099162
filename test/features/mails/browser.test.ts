import { expect, test } from 'vitest'
import { anAccount } from '../../support/accounts.ts'
import { sessionCookie, useOpenSite } from '../../support/app.ts'
import { checkAccessibility, overflow, picture, useBrowser } from '../../support/browser.ts'
import { anOffice, sendMails } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { aMeeting, aMentee, aMentor, aProgramme } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const { site, address } = await useOpenSite(house)
const browser = useBrowser()

test.each(oneOf(['da', 'ar'] as const))(
  'on a telephone a coordinator reads in %s why a mail did not arrive, and sends it again',
  async (language) => {
    const programme = await aProgramme(house)
    const mentor = await aMentor(house, { name: 'Hanne Sørensen' })
    const mentee = await aMentee(house, { name: 'أمل حداد', locale: 'ar' })
    const { meetingId } = await aMeeting(house, programme, { pair: { mentor, mentee } })
    const refusal = { result: 'refused', failure: 'EENVELOPE 550 RCPT TO' } as const
    await sendMails(house, anOffice({ send: async () => refusal, close: () => {} }))
    const page = await browser.phone({ locale: language })
    const value = await site.enter(await anAccount(house))
    await page.context().addCookies([{ name: sessionCookie, value, url: address }])

    await page.goto(`${address}/mail?state=refused&lang=${language}`)
    expect(await checkAccessibility(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await picture(page, `mail-${language}`)
    await page.locator(`li:has(a[href="/meetings/${meetingId}"]) h2 a`).first().click()
    expect(await checkAccessibility(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await page.locator('main').innerText()).toContain('550')
    await page.locator('form[action$="/resend"] button').click()
    await expect.poll(() => page.locator('form[action$="/resend"]').count()).toBe(0)
    const states = await house.db
      .selectFrom('mail')
      .select('state')
      .where('subjectId', '=', meetingId)
      .orderBy('state')
      .execute()
    expect(states.map(({ state }) => state)).toEqual(['pending', 'refused'])
  },
)
