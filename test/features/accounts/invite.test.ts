import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../../src/context.ts'
import { composeMails } from '../../../src/mail/writing/compose.ts'
import type { Message } from '../../../src/mail/message.ts'
import { anAccount } from '../../support/accounts.ts'
import { sessionOf, useSite } from '../../support/app.ts'
import { anOffice } from '../../support/duties.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml, validateMailHtml } from '../../support/html.ts'

const house = useHouse()
const site = useSite(house)
const karen = { name: 'Karen Jensen', email: 'karen@odense.example', municipality: '0461' }
const password = 'to svaner på Odense Å'

let administrator: string
beforeEach(async () => {
  administrator = await site.enter(await anAccount(house, { role: 'administrator' }))
})

const invite = (form: Record<string, string> = karen) =>
  site.post('/administration/coordinators', form, administrator)

async function mailOf(): Promise<Message | undefined> {
  return transact(house.ctx(), async (ctx) => {
    const mail = await ctx.db.selectFrom('mail').selectAll().executeTakeFirstOrThrow()
    const messages = await composeMails(ctx, [mail], anOffice(undefined, site.config))
    return messages.get(mail.id)
  })
}

async function linkFromMail(): Promise<string> {
  return /http:\/\/localhost:3000(\/invitation\/[\w-]{43})/.exec((await mailOf())!.text)![1]!
}

describe('inviting a coordinator', () => {
  test('sends a link with which the colleague chooses a password and signs in', async () => {
    expect((await invite()).statusCode).toBe(303)
    const message = (await mailOf())!
    expect(message.to).toEqual({ name: karen.name, address: karen.email })
    expect(message.text).toContain('Odense')
    expect(await validateMailHtml(message.html)).toEqual([])
    const link = await linkFromMail()
    for (let visit = 0; visit < 5; visit++) expect((await site.get(link)).statusCode).toBe(200)
    expect(await validateHtml((await site.get(link)).body)).toEqual([])
    const accepted = await site.post(link, { password })
    expect(accepted.statusCode).toBe(303)
    expect((await site.get('/programme', sessionOf(accepted))).statusCode).toBe(200)
    const again = await site.post('/sign-in', { email: karen.email, password })
    expect(again.statusCode).toBe(303)
  })

  test('works once: afterwards every copy of the invitation has expired', async () => {
    await invite()
    const [first, second] = [await linkFromMail(), await linkFromMail()]
    expect((await site.get(first)).statusCode).toBe(200)
    expect((await site.post(second, { password })).statusCode).toBe(303)
    for (const link of [first, second]) {
      expect([404, 410]).toContain((await site.get(link)).statusCode)
      expect([404, 410]).toContain((await site.post(link, { password })).statusCode)
    }
    expect(await mailOf()).toBeUndefined()
  })

  test('sets the password of only one of several simultaneous answers', async () => {
    await invite()
    const link = await linkFromMail()
    const answers = await Promise.all([1, 2, 3].map(() => site.post(link, { password })))
    expect(answers.filter((answer) => answer.statusCode === 303)).toHaveLength(1)
  })

  test('expires after a week, or when the account is disabled', async () => {
    await invite()
    const link = await linkFromMail()
    await house.db
      .updateTable('account')
      .set({ disabledAt: house.clock.now() })
      .where('email', '=', karen.email)
      .execute()
    expect((await site.post(link, { password })).statusCode).toBe(410)
    house.clock.advance({ hours: 7 * 24 })
    expect((await site.get(link)).statusCode).toBe(410)
  })

  test('refuses an address that has an account, in any case, and shows the form again', async () => {
    await invite()
    const answer = await invite({ ...karen, email: 'KAREN@odense.example', name: 'Bo' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="Bo"')
    expect(await validateHtml(answer.body)).toEqual([])
    expect(await house.db.selectFrom('mail').selectAll().execute()).toHaveLength(1)
  })

  test.each([
    ['name', { ...karen, name: '' }],
    ['email', { ...karen, email: 'karen' }],
    ['municipality', { ...karen, municipality: '0999' }],
    ['municipality', { ...karen, municipality: '' }],
  ])('names the error in the %s', async (field, form) => {
    const answer = await invite(form)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(`href="#field-${field}"`)
    expect(await house.db.selectFrom('mail').selectAll().execute()).toEqual([])
  })

  test('is refused to coordinators and to anonymous visitors', async () => {
    const coordinator = await site.enter(await anAccount(house))
    const path = '/administration/coordinators'
    expect((await site.post(path, karen, coordinator)).statusCode).toBe(403)
    expect((await site.post(path, karen)).statusCode).toBe(401)
    expect(await house.db.selectFrom('mail').selectAll().execute()).toEqual([])
  })
})
