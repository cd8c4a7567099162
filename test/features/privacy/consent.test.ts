import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { transact } from '../../../src/context.ts'
import { giveConsent } from '../../../src/features/people/consent/give.ts'
import { readConsents } from '../../../src/features/people/consent/read.ts'
import { withdrawConsent } from '../../../src/features/privacy/withdraw-consent.ts'
import { translate } from '../../../src/locales/translate.ts'
import { useHouse } from '../../support/house.ts'
import {
  aDraft,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  aRun,
  proposalOf,
  stateOf,
} from '../../support/people.ts'

const house = useHouse()
const matching = { purpose: 'matching', way: 'self-service' } as const

const consentsOf = (personId: string) => transact(house.ctx(), (ctx) => readConsents(ctx, personId))

describe('consent', () => {
  test('is stored by purpose, with the exact words and the language that were shown', async () => {
    const { coordinator } = await aProgramme(house)
    const { personId } = await aMentee(house, { locale: 'ar' })
    const text = translate('ar')('people.consent.photo')
    await giveConsent(house.ctx(coordinator), personId, { purpose: 'photo', way: 'in-person' })
    await giveConsent(house.ctx(coordinator), personId, { purpose: 'photo', way: 'in-person' })
    const photos = (await consentsOf(personId)).filter(({ purpose }) => purpose === 'photo')
    const hash = createHash('sha256').update(text).digest('hex')
    expect(photos).toMatchObject([
      { text, hash, locale: 'ar', way: 'in-person', givenAt: house.clock.now(), withdrawnAt: null },
    ])
  })

  test('can be withdrawn and given again, and each step is stored', async () => {
    await aProgramme(house)
    const { personId } = await aMentee(house)
    const by = house.ctx({ kind: 'person', id: personId, municipality: '0461' })
    const press = { purpose: 'press', way: 'self-service' } as const
    await giveConsent(by, personId, press)
    house.clock.advance({ days: 1 })
    await withdrawConsent(by, personId, press)
    await withdrawConsent(by, personId, press)
    house.clock.advance({ days: 1 })
    await giveConsent(by, personId, press)
    const given = (await consentsOf(personId)).filter(({ purpose }) => purpose === 'press')
    expect(given.map(({ withdrawnAt }) => withdrawnAt?.toString())).toEqual([
      undefined,
      '2026-11-24T09:00:00Z',
    ])
  })

  test('cannot be changed afterwards: neither words, time nor withdrawal', async () => {
    await aProgramme(house)
    const { personId } = await aMentee(house)
    await withdrawConsent(house.ctx(), personId, matching)
    const refused = async (
      change: (ctx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<unknown>,
    ) => expect(transact(house.ctx(), change)).rejects.toMatchObject({ code: '42501' })
    await refused((ctx) => ctx.db.updateTable('consent').set({ text: 'x' }).execute())
    await refused((ctx) => ctx.db.deleteFrom('consent').execute())
    await refused((ctx) => ctx.db.deleteFrom('consentWithdrawal').execute())
  })

  test('to matching, when withdrawn, ends the person’s drafts, offers and mails, and pauses them', async () => {
    await aProgramme(house)
    const mentor = await aMentor(house, { capacity: 3 })
    const draft = await aDraft(house, { mentor, mentee: await aMentee(house) })
    const offer = await anOffer(house, { mentor, mentee: await aMentee(house) })
    await withdrawConsent(house.ctx(), mentor.personId, matching)
    expect(await stateOf(house, mentor.enrolmentId)).toBe('paused')
    for (const { proposalId } of [draft, offer])
      expect((await proposalOf(house, proposalId)).state).toBe('withdrawn')
    expect(await stateOf(house, offer.mentee.enrolmentId)).toBe('ready')
    const waiting = await house.db
      .selectFrom('mail')
      .select('id')
      .where('state', '=', 'pending')
      .execute()
    expect(waiting).toEqual([])
  })

  test('to matching is required to be in a run, whatever the state', async () => {
    await aProgramme(house)
    const mentor = await aMentor(house)
    await aMentee(house)
    await withdrawConsent(house.ctx(), mentor.personId, matching)
    await house.db.updateTable('enrolment').set({ state: 'ready' }).execute()
    expect((await aRun(house)).pool.mentors).toEqual([])
    await giveConsent(house.ctx(), mentor.personId, matching)
    expect((await aRun(house)).pool.mentors.map(({ id }) => id)).toEqual([mentor.personId])
  })

  test('withdrawn by an offered mentee, frees the mentor’s place', async () => {
    await aProgramme(house)
    const offer = await anOffer(house)
    await withdrawConsent(house.ctx(), offer.mentee.personId, matching)
    expect(await stateOf(house, offer.mentee.enrolmentId)).toBe('paused')
    expect((await proposalOf(house, offer.proposalId)).state).toBe('withdrawn')
  })
})
