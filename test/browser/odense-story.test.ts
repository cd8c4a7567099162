import ICAL from 'ical.js'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startWorking, type Workers } from '../../src/duties/work.ts'
import { registerContact } from '../../src/features/people/registration/register.ts'
import { RegisterMentee } from '../../src/features/people/schema.ts'
import { moveByHand } from '../../src/features/people/transitions/by-hand/move-by-hand.ts'
import { addPartner } from '../../src/features/programmes/add-partner.ts'
import type { Locale } from '../../src/locales/locale.ts'
import { translate, translateMail } from '../../src/locales/translate.ts'
import { dutiesOf } from '../../src/workers.ts'
import { anAccount } from '../support/accounts.ts'
import { sessionCookie, useOpenSite } from '../support/app.ts'
import {
  checkAccessibility,
  listenForComplaints,
  overflow,
  useBrowser,
} from '../support/browser.ts'
import { useHouse } from '../support/house.ts'
import { aContact, aMentor, aProgramme, menteeForm, type Programme } from '../support/people.ts'
import { anOffice } from '../support/duties.ts'

const house = useHouse()
const { site, address } = await useOpenSite(house)
const browser = useBrowser()

let workers: Workers
beforeEach(async () => {
  workers = await startWorking(house.ctx(), dutiesOf(anOffice(undefined, site.config)), {
    leaseSeconds: 10,
    onFailure: ({ error }) => {
      throw error
    },
  })
})
afterEach(() => workers?.stop())

test('Odense: from ten contacts to the first match meeting and its report', async () => {
  const programme = await aProgramme(house)
  const coordinator = await anAccount(house)
  const office = async (options: BrowserContextOptions = {}) => {
    const visit = await enter('da', options)
    const session = await site.enter(coordinator)
    await visit.page.context().addCookies([{ name: sessionCookie, value: session, url: address }])
    return visit
  }

  // A volunteer registers on a phone.
  const mentor = await enter('da')
  await mentor.open('/')
  await mentor.follow('people.front.mentor')
  await mentor.send()
  expect(await mentor.text()).toContain('Der er noget, der skal rettes')
  await mentor.look()
  await mentor.fill('people.form.name', 'Hanne Sørensen')
  await mentor.fill('people.form.email', 'hanne@example.dk')
  await mentor.page.selectOption('[name=residence]', '0461')
  await mentor.page.selectOption('[name=level-da]', 'native')
  await mentor.page.selectOption('[name=level-ar]', 'B2')
  await mentor.tick('topic.dansk', 'topic.skrive_fortaelling')
  await mentor.page.check('[name=hours][value="3-afternoon"]')
  await mentor.tick('people.consent.mentor')
  house.clock.advance({ seconds: 10 })
  await mentor.send()
  expect(await mentor.text()).toContain('Tak, vi har modtaget dine svar')
  await mentor.look()

  // Six more volunteers, four of them selected; ten refugees, four of whom soon participate.
  for (let more = 0; more < 4; more++) await aMentor(house)
  for (let more = 0; more < 2; more++) {
    const { enrolmentId } = await aMentor(house, { state: 'interviewed' })
    const refusal = { to: 'rejected', reason: 'Tiderne passer ikke' } as const
    await moveByHand(house.ctx(programme.coordinator), enrolmentId, refusal)
  }
  await contactNine(programme)

  // The coordinator notes the tenth contact, and they fill in the form together, in Arabic.
  const desk = await office()
  await desk.open('/people')
  await desk.follow('people.contact.title')
  await desk.fill('people.form.name', 'Amal Haddad')
  await desk.page.selectOption('[name=residence]', '0461')
  await desk.page.selectOption('[name=sex]', 'woman')
  await desk.send()
  await desk.look()
  await desk.page.getByRole('link', { name: 'Amal Haddad' }).click()
  await desk.look()
  await desk.follow('people.move.register')
  const form = new URL(desk.page.url()).pathname
  const together = await office()
  await together.open(`${form}?lang=ar`)
  together.speak('ar')
  expect(await together.page.getAttribute('html', 'dir')).toBe('rtl')
  expect(await together.page.inputValue('[name=name]')).toBe('Amal Haddad')
  await together.send()
  await together.look()
  await together.fill('people.form.email', 'amal@example.dk')
  await together.page.selectOption('[name=level-ar]', 'native')
  await together.tick('topic.dansk', 'topic.skrive_fortaelling')
  await together.page.selectOption('[name=most]', 'dansk')
  await together.page.check('[name=hours][value="3-afternoon"]')
  await together.page.check('[name=hours][value="4-morning"]')
  await together.tick('people.consent.mentee')
  await together.send()
  await together.press('people.move.ready')
  await together.look()

  // The volunteer was interviewed, is selected and made ready.
  await desk.open('/people?role=mentor&state=registered')
  await desk.page.getByRole('link', { name: 'Hanne Sørensen' }).click()
  await desk.press('people.move.interviewed')
  await desk.press('people.move.selected')
  await desk.press('people.move.ready')
  expect(await desk.text()).toContain('Klar')

  // A run proposes five pairs; the coordinator approves Hanne and Amal.
  await desk.open('/proposals')
  await desk.press('proposals.run.button')
  await desk.look()
  expect(await desk.text()).toContain('Venter på dig (5)')
  expect(await desk.text()).toContain('Bevist bedst')
  await desk.page.getByRole('link', { name: 'Hanne Sørensen + Amal Haddad' }).click()
  await desk.look()
  await desk.press('proposals.approve')
  expect(await desk.text()).toContain('Venter på svar (1)')

  // Both get a mail and say yes on the page behind its link.
  await waitForMails(2)
  const toHanne = await readMail(desk, 'Hanne Sørensen')
  expect(toHanne.text).toContain('Vil du møde Amal?')
  expect(toHanne.text).not.toContain('Haddad')
  const toAmal = await readMail(desk, 'Amal Haddad')
  expect(toAmal.text).toContain(translateMail('ar')('answer-request.button'))
  for (const [visit, { link }] of [
    [await enter('da'), toHanne],
    [await enter('ar'), toAmal],
  ] as const) {
    await visit.open(link)
    await visit.page.check('[name=answer][value=yes]')
    await visit.send()
    await visit.look()
  }

  // The match meeting is planned when both are free, and enters their calendars.
  await desk.open('/matches')
  await desk.page.getByRole('link', { name: 'Hanne' }).first().click()
  await desk.look()
  await desk.follow('matches.plan')
  await desk.look()
  expect(await desk.page.locator('[name=when]').first().isChecked()).toBe(true)
  await desk.press('meetings.plan.send')
  await desk.look()
  // Both have also been told of the match.
  await waitForMails(6)
  const invitation = await readMail(desk, 'Amal Haddad')
  await desk.look()
  const file = await site.inject({
    url: invitation.calendar,
    cookies: { [sessionCookie]: await site.enter(coordinator) },
  })
  const event = eventOf(file.body)
  expect(event.startDate.toJSDate().toISOString()).toBe('2026-11-25T11:00:00.000Z')
  const [attendee, ...others] = event.attendees
  expect(attendee?.getFirstValue()).toMatch(/^mailto:amal@example\.dk$/i)
  expect(others).toEqual([])

  // It was held, and they agreed on two things.
  house.clock.set('2026-11-25T14:00Z')
  const afterwards = await office()
  await afterwards.open('/meetings')
  await afterwards.page.locator('main li a').first().click()
  await afterwards.look()
  await afterwards.tick('topic.dansk', 'topic.skrive_fortaelling')
  await afterwards.press('meetings.record.save')
  await afterwards.look()
  expect(await afterwards.text()).toContain('Status: afholdt.')

  // The municipality reads the numbers.
  await afterwards.open('/report?from=2026-11-01&to=2026-12-01&audience=internal')
  const report = await afterwards.text()
  for (const sentence of [
    'Der er skabt kontakt til 10 flygtninge.',
    '5 deltager i projektet: 4 mænd og 1 kvinde.',
    'Efter samtaler er 5 mentorer udvalgt.',
    'Matchmøde afholdt: 1.',
    'Aftalt: Dansk: tale og øve (1 par) og Skrive sin fortælling (1 par).',
  ])
    expect(report).toContain(sentence)
  expect(complaints).toEqual([])
})

let glass: Page | undefined

/** Runs axe on a copy of the page that has scripts, which axe needs. */
async function inspect(page: Page): Promise<string[]> {
  if (glass === undefined) {
    glass = await browser.phone({ javaScriptEnabled: true })
    await glass.goto(`${address}/problems/not-found`)
  }
  await glass.setContent(await page.content())
  return checkAccessibility(glass)
}

/** Nine refugees contacted by two associations; four men among them want to take part. */
async function contactNine(programme: Programme): Promise<void> {
  const ctx = house.ctx(programme.coordinator)
  const kerteminde = await addPartner(ctx, '0461', {
    name: 'Kerteminde Netværk',
    type: 'association',
    residence: '0440',
  })
  for (let at = 0; at < 9; at++) {
    const place =
      at % 3 === 0
        ? { residence: '0440', partnerId: kerteminde }
        : { residence: '0461', partnerId: programme.partnerId }
    const { enrolmentId } = await aContact(house, programme, { ...place, sex: 'man' })
    if (at >= 4) continue
    const command = RegisterMentee.parse(menteeForm({ residence: place.residence, sex: 'man' }))
    await registerContact(ctx, enrolmentId, command)
    await moveByHand(ctx, enrolmentId, { to: 'ready' })
  }
}

const complaints: string[] = []
type Key = Parameters<ReturnType<typeof translate>['dynamic']>[0]

/** A reader with a small phone without scripts, in one language. */
async function enter(locale: Locale, options: BrowserContextOptions = {}) {
  const page = await browser.phone({ locale, javaScriptEnabled: false, ...options })
  page.setDefaultTimeout(20_000)
  const heard = listenForComplaints(page)
  let t = translate(locale)
  const look = async () => {
    expect(await overflow(page), page.url()).toBe(0)
    expect(await inspect(page), page.url()).toEqual([])
    // A refused form has status 422, which the browser reports as an error.
    complaints.push(...heard.splice(0).filter((complaint) => !complaint.includes('422')))
  }
  return {
    page,
    look,
    speak: (other: Locale) => {
      t = translate(other)
    },
    open: async (path: string) => {
      const answer = await page.goto(address + path)
      expect(answer?.status(), path).toBe(200)
      await look()
    },
    // Removes the characters that isolate names from the direction of the text.
    text: async () =>
      (await page.locator('main').innerText()).replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' '),
    follow: async (key: Key) => {
      await page.getByRole('link', { name: t.dynamic(key), exact: true }).click()
      await look()
    },
    press: (key: Key) => page.getByRole('button', { name: t.dynamic(key), exact: true }).click(),
    fill: (key: Key, value: string) => page.getByLabel(t.dynamic(key), { exact: true }).fill(value),
    tick: async (...keys: Key[]) => {
      for (const key of keys) await page.getByLabel(t.dynamic(key), { exact: true }).check()
    },
    send: () => page.locator('main form button[type=submit]').first().click(),
  }
}

async function waitForMails(count: number): Promise<void> {
  const kept = async () => {
    // The outbox is looked through each second.
    house.clock.advance({ seconds: 1 })
    const mails = await house.db
      .selectFrom('mail')
      .select('id')
      .where('state', '=', 'kept')
      .where('kind', '<>', 'registration')
      .execute()
    return mails.length
  }
  await expect.poll(kept, { timeout: 10_000 }).toBe(count)
}

/** Opens the newest mail to a person as the coordinator; only the recipient's copy has its link. */
async function readMail(desk: Awaited<ReturnType<typeof enter>>, name: string) {
  await desk.open('/mail')
  await desk.page.locator('main li', { hasText: name }).first().locator('h2 a').click()
  const links = await desk.page
    .locator('main a')
    .evaluateAll((found) => found.map((one) => (one as unknown as { href: string }).href))
  expect(links.filter((href) => href.includes('/answer/'))).toEqual([])
  const mails = await house.db
    .selectFrom('mail')
    .innerJoin('person', 'person.id', 'mail.personId')
    .select('content')
    .where('person.name', '=', name)
    .orderBy('mail.id', 'desc')
    .execute()
  const [link] = /http\S+\/answer\/\S+/.exec((mails[0]!.content as { text: string }).text) ?? []
  const calendar = links.find((href) => href.includes('.ics?'))
  return {
    text: await desk.text(),
    link: link === undefined ? '' : pathOf(link),
    calendar: calendar === undefined ? '' : pathOf(calendar),
  }
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}

function eventOf(calendar: string): ICAL.Event {
  const parsed = new ICAL.Component(ICAL.parse(calendar))
  expect(parsed.getFirstPropertyValue('method')).toBe('REQUEST')
  return new ICAL.Event(parsed.getFirstSubcomponent('vevent')!)
}
