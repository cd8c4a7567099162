import { beforeEach, describe, expect, test } from 'vitest'
import { changeContact } from '../../../src/features/programmes/change-contact.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import {
  aMeeting,
  aMentee,
  aMentor,
  anOffer,
  aProgramme,
  type Party,
  type Programme,
  proposalOf,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let session: string
beforeEach(async () => {
  programme = await aProgramme(house)
  session = await site.enter(await anAccount(house, { municipality: '0461' }))
})

/** A mentee who reads Tigrinya and has a telephone and a postal address, but no e-mail. */
async function selam(state: 'registered' | 'ready' = 'ready'): Promise<Party> {
  const party = await aMentee(house, {
    name: 'Selam Habtemariam',
    email: undefined,
    phone: '12345678',
    languages: [{ tag: 'ti', level: 'native' }],
    state,
  })
  const address = { street: 'Vollsmose Allé 2', postcode: '5240', town: 'Odense NØ' }
  await house.db.updateTable('person').set(address).where('id', '=', party.personId).execute()
  return party
}

const plain = (body: string) => body.replace(/[\u2068\u2069]/g, '').replace(/\s+/g, ' ')

async function print(ids: string[]) {
  const answer = await site.post('/letters', { enrolmentIds: 'ticked', ids }, session)
  expect(answer.statusCode).toBe(303)
  const shown = await site.get(answer.headers.location!, session)
  expect(await validateHtml(shown.body)).toEqual([])
  return { location: answer.headers.location!, body: plain(shown.body) }
}

describe('letters for people without e-mail', () => {
  test('welcome her in her own language and in Danish, with her address and a number to call', async () => {
    await changeContact(house.ctx(programme.coordinator), '0461', {
      phone: '+4565514444',
      phoneHours: [],
    })
    const { enrolmentId } = await selam('registered')
    const due = await site.get('/letters', session)
    expect(due.body).toContain('Selam Habtemariam')
    expect(await validateHtml(due.body)).toEqual([])
    const { body } = await print([enrolmentId])
    expect(body).toContain('lang="ti"')
    expect(body).toContain('ሰላም Selam')
    expect(body).toContain('Kære Selam')
    expect(body).toContain('5240 Odense NØ')
    expect(body).toContain('+4565514444')
  })

  test('ask her about a match by first name, and her answer by letter is recorded', async () => {
    const mentor = await aMentor(house, { name: 'Hanne Sørensen' })
    const mentee = await selam()
    const { proposalId } = await anOffer(house, { mentor, mentee })
    const { body } = await print([mentee.enrolmentId])
    expect(body).toContain('ምስ Hanne ክትራኸቡ ትደልዩ ዶ?')
    expect(body).not.toContain('Sørensen')
    const page = await site.get(`/people/${mentee.enrolmentId}/letters`, session)
    expect(page.body).toContain(`href="/proposals/${proposalId}"`)
    expect(await validateHtml(page.body)).toEqual([])
    const answer = { party: 'mentee', channel: 'letter', answer: 'yes' }
    await site.post(`/proposals/${proposalId}/answers`, answer, session)
    expect(await proposalOf(house, proposalId)).toMatchObject({
      menteeAnswer: 'yes',
      menteeAnswerChannel: 'letter',
    })
    const shown = plain((await site.get(`/proposals/${proposalId}`, session)).body)
    expect(shown).toContain('har sagt ja (Med brev)')
    expect((await site.get('/letters', session)).body).not.toContain('Selam')
  })

  test('tell her when and where the meeting is', async () => {
    const mentee = await selam()
    const mentor = await aMentor(house, { name: 'Hanne Sørensen' })
    await aMeeting(house, programme, { pair: { mentor, mentee } })
    const { body } = await print([mentee.enrolmentId])
    expect(body).toContain('Vollsmose Bibliotek')
    expect(body).toContain('ቦታ')
    expect(body).not.toContain('Sørensen')
  })

  test('are printed once from a list, again on request, and each print is recorded', async () => {
    const her = await selam('registered')
    const mailed = await aMentee(house, { state: 'registered' })
    const first = await print([her.enrolmentId, mailed.enrolmentId])
    expect(first.location).toContain('skipped=1')
    expect(first.body).toContain('1 af de valgte har ikke noget brev')
    const second = await site.post(
      '/letters',
      { enrolmentIds: 'ticked', ids: her.enrolmentId },
      session,
    )
    expect(second.headers.location).toBe('/letters/none?skipped=1')
    const again = await site.post(`/people/${her.enrolmentId}/letters`, { locale: 'uk' }, session)
    expect((await site.get(again.headers.location!, session)).body).toContain('Ласкаво просимо')
    const entries = await house.db
      .selectFrom('auditEntry')
      .select(['personId', 'actor'])
      .where('action', '=', 'letter-printed')
      .execute()
    expect(entries.map(({ personId }) => personId)).toEqual([her.personId, her.personId])
    expect(entries[0]?.actor).toMatch(/^staff:/)
  })

  test('are refused in an unknown language and for an empty selection', async () => {
    const her = await selam('registered')
    const path = `/people/${her.enrolmentId}/letters`
    expect((await site.post(path, { locale: 'xx' }, session)).statusCode).toBe(422)
    const empty = await site.post('/letters', { enrolmentIds: 'ticked' }, session)
    expect(empty.statusCode).toBe(422)
    expect(await validateHtml(empty.body)).toEqual([])
  })

  test('of another municipality are not found', async () => {
    const { enrolmentId } = await selam('registered')
    const { location } = await print([enrolmentId])
    await aProgramme(house, { municipality: '0657' })
    const other = await site.enter(await anAccount(house, { municipality: '0657' }))
    for (const path of [location, `/people/${enrolmentId}/letters`])
      expect((await site.get(path, other)).statusCode).toBe(404)
    expect((await site.get('/letters', other)).body).not.toContain('Selam')
    const form = { enrolmentIds: 'ticked', ids: enrolmentId }
    const answer = await site.post('/letters', form, other)
    expect(answer.headers.location).toBe('/letters/none?skipped=1')
  })
})
