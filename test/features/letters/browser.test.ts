import { expect, test } from 'vitest'
import { changeContact } from '../../../src/features/programmes/change-contact.ts'
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
import { aMentee, aMentor, anOffer, aProgramme } from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const { site, address } = await useOpenSite(house)
const browser = useBrowser()

test.each(oneOf(['ti', 'ar', 'fa', 'uk'] as const))(
  'a letter in %s is printed in its own script and direction, on A4',
  async (language) => {
    const programme = await aProgramme(house)
    await changeContact(house.ctx(programme.coordinator), '0461', {
      phone: '+4565514444',
      phoneHours: [],
    })
    const mentee = await aMentee(house, {
      name: 'Selam Habtemariam',
      email: undefined,
      phone: '12345678',
      languages: [{ tag: language, level: 'native' }],
    })
    const home = { street: 'Vollsmose Allé 2', postcode: '5240', town: 'Odense NØ' }
    await house.db.updateTable('person').set(home).where('id', '=', mentee.personId).execute()
    await anOffer(house, { mentor: await aMentor(house, { name: 'Hanne Sørensen' }), mentee })
    const page = await browser.desktop()
    const complaints = listenForComplaints(page)
    const session = await site.enter(await anAccount(house))
    await page.context().addCookies([{ name: sessionCookie, value: session, url: address }])

    await page.goto(`${address}/letters`)
    expect(await checkAccessibility(page)).toEqual([])
    await picture(page, `letters-${language}`)
    await page.click('button:has-text("Vis til print")')
    const direction = await page.evaluate<string>(
      `getComputedStyle(document.querySelector('article[lang=${language}]')).direction`,
    )
    expect(direction).toBe(['ar', 'fa'].includes(language) ? 'rtl' : 'ltr')
    await page.evaluate('document.fonts.ready')
    const face = {
      ti: 'Noto Sans Ethiopic',
      ar: 'IBM Plex Sans Arabic',
      fa: 'IBM Plex Sans Arabic',
    }
    const loaded = await page.evaluate<string[]>(
      `[...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family.replaceAll('"', ''))`,
    )
    if (language !== 'uk') expect(loaded).toContain(face[language])
    expect(await checkAccessibility(page)).toEqual([])
    expect(await overflow(page)).toBe(0)
    await picture(page, `letter-${language}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header.no-print').isVisible()).toBe(false)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    // One A4 sheet in her language and one in Danish, 210 by 297 millimetres each.
    const boxes = pdf.toString('latin1').match(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/g)
    expect(boxes).toHaveLength(2)
    expect(complaints).toEqual([])
    await page.context().close()
  },
  60_000,
)
