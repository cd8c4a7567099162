import { beforeEach, describe, expect, test } from 'vitest'
import { answerGoOnFor } from '../../../src/features/matches/go-on/answer.ts'
import { recordMeetingOfMatches } from '../../../src/features/matches/record-meeting.ts'
import { moveMatch } from '../../../src/features/matches/transitions/move-match.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import {
  aMatch,
  aMeeting,
  aMentee,
  aMentor,
  aProgramme,
  type Programme,
  stateOf,
} from '../../support/people.ts'
import { oneOf } from '../../support/tries.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
let account: Awaited<ReturnType<typeof anAccount>>
beforeEach(async () => {
  programme = await aProgramme(house)
  account = await anAccount(house)
})

const by = () => house.ctx(programme.coordinator)
const stateOfMatch = async (id: string) =>
  house.db.selectFrom('match').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Looks at a page: it exists, and its HTML is valid. */
async function look(path: string): Promise<string> {
  const { statusCode, body } = await site.get(path, await site.enter(account))
  expect([path, statusCode]).toEqual([path, 200])
  expect(await validateHtml(body)).toEqual([])
  return body
}

describe('the page of a match', () => {
  test.each(oneOf(['da', 'en', 'ar']))(
    'is valid in %s at every point of its life',
    async (lang) => {
      const { matchId, meetingId } = await aMeeting(house, programme)
      const path = `/matches/${matchId}`
      const shown = () => look(`${path}?lang=${lang}`)
      const send = async (step: string, form: Record<string, string | string[]> = {}) => {
        const version = String((await stateOfMatch(matchId)).version)
        const answer = await site.post(
          `${path}/${step}`,
          { version, ...form },
          await site.enter(account),
        )
        expect([step, answer.statusCode]).toEqual([step, 303])
      }
      await shown()
      house.clock.set('2026-11-26T09:00Z')
      const agreements = [{ matchId, topics: ['dansk' as const] }]
      await recordMeetingOfMatches(by(), meetingId, { agreements })
      await shown()
      await send('go-on', { party: 'mentor', answer: 'yes', channel: 'phone' })
      await send('pause', { until: '2026-12-24' })
      await shown()
      await send('resumption')
      await send('go-on', { party: 'mentee', answer: 'yes', channel: 'letter' })
      expect((await stateOfMatch(matchId)).state).toBe('active')
      await send('closure', { side: 'mentee', reasons: ['moved', 'no_time'] })
      const closing = await shown()
      for (const reason of ['moved', 'no_time'])
        expect(closing).toMatch(new RegExp(`value="${reason}"\\s+checked`))
      await send('closure/confirmation', {
        ...{
          kind: 'ended_early',
          reasons: ['moved'],
          goals: 'partly',
          closedOn: '',
          mentee: 'ready',
        },
      })
      await shown()
      await send('reopening')
      const reopened = await shown()
      if (lang === 'da') {
        expect(reopened).toContain('Blev et par igen')
        expect(reopened).toContain('Sluttede')
        expect(reopened).toContain('25. november 2026: <a')
      }
      for (const show of ['open', 'at-risk', 'active', 'closed'])
        await look(`/matches?show=${show}&lang=${lang}`)
    },
  )

  test('shows a refused form again with what was typed, and writes nothing', async () => {
    const { matchId } = await aMatch(house)
    const refused = async (step: string, form: Record<string, string | string[]>) => {
      const answer = await site.post(
        `/matches/${matchId}/${step}`,
        { version: '1', ...form },
        await site.enter(account),
      )
      expect([step, answer.statusCode]).toEqual([step, 422])
      expect(await validateHtml(answer.body)).toEqual([])
      return answer.body
    }
    expect(await refused('pause', { until: '2026-11-01' })).toContain('value="2026-11-01"')
    const closure = await refused('closure', { side: 'mentor' })
    expect(closure).toContain('href="#field-reasons"')
    expect(closure).toContain('id="field-reasons"')
    expect(await stateOfMatch(matchId)).toMatchObject({ state: 'accepted', version: 1 })
  })

  test('refuses what somebody saw before another moved it', async () => {
    const { matchId } = await aMatch(house)
    await moveMatch(by(), matchId, { kind: 'activated' })
    const form = { version: '1', side: 'coordinator', reasons: ['moved'] }
    const answer = await site.post(`/matches/${matchId}/closure`, form, await site.enter(account))
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Det er ændret, siden du så det')
    expect((await stateOfMatch(matchId)).state).toBe('active')
  })
})

describe('the list of matches', () => {
  test('begins with the pairs at risk, with their reasons, and pages the others', async () => {
    const mentor = await aMentor(house, { name: 'Rikke Risiko' })
    const late = await aMatch(house, { mentor, mentee: await aMentee(house) })
    house.clock.advance({ days: 15 })
    const busy = await aMentor(house, { name: 'Travle Tove' })
    await aMatch(house, { mentor: busy, mentee: await aMentee(house) })
    const body = await look('/matches')
    const place = (text: string) => body.indexOf(text)
    expect(place('Rikke Risiko')).toBeGreaterThan(0)
    expect(place('Rikke Risiko')).toBeLessThan(place('Travle Tove'))
    expect(body).toContain('Parret har ikke mødtes inden for 14 dage.')
    expect(body).toContain('Intet møde er planlagt')
    const onlyLate = await look('/matches?show=at-risk')
    expect(onlyLate).toContain('Rikke Risiko')
    expect(onlyLate).not.toContain('Travle Tove')
    const client = await aClient(house, site, programme.coordinator)
    const listed = (await client.get('/matches')).json()
    expect(listed.data[0]).toMatchObject({
      id: late.matchId,
      state: 'accepted',
      risks: ['no_first_meeting'],
      mentor: { name: 'Rikke Risiko' },
    })
    expect((await client.get('/matches?show=closed')).json()).toEqual({
      data: [],
      links: { next: null },
    })
    expect((await client.get('/matches?show=lost')).statusCode).toBe(422)
  })

  test('goes on where the page before ended', async () => {
    const { matchId } = await aMatch(house)
    await closedCopies(matchId, 120)
    const client = await aClient(house, site, programme.coordinator)
    const ids: string[] = []
    let next: string | null = '/matches?show=closed'
    while (next !== null) {
      const page: { data: { id: string }[]; links: { next: string | null } } = (
        await client.get(next.replace('/api/v1', ''))
      ).json()
      expect(page.data.length).toBeLessThanOrEqual(50)
      ids.push(...page.data.map(({ id }) => id))
      next = page.links.next
    }
    expect(ids.length).toBe(120)
    expect(new Set(ids).size).toBe(120)
    expect(await look('/matches?show=closed')).toContain('rel="next"')
  })
})

/** Copies of a match that are over, two of each moment. */
async function closedCopies(matchId: string, count: number): Promise<void> {
  const { id: _, proposalId, ...match } = await stateOfMatch(matchId)
  const proposal = await house.db
    .selectFrom('proposal')
    .selectAll()
    .where('id', '=', proposalId)
    .executeTakeFirstOrThrow()
  const { id: __, ...copy } = proposal
  for (let number = 0; number < count; number++) {
    const moment = house.clock.now().subtract({ hours: number >> 1 })
    const { id: copied } = await house.db
      .insertInto('proposal')
      .values({ ...copy, state: 'declined', explanation: '{}' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { id } = await house.db
      .insertInto('match')
      .values({ ...match, proposalId: copied, state: 'closed', acceptedAt: moment })
      .returning('id')
      .executeTakeFirstOrThrow()
    await house.db
      .insertInto('matchEpisode')
      .values({
        ...{ municipality: match.municipality, matchId: id, number: 1 },
        openedOn: Temporal.PlainDate.from('2026-11-01'),
        openedRecordedAt: moment,
      })
      .execute()
  }
}

describe('moving a match by API', () => {
  test('answers each move with the match as it is then', async () => {
    const { matchId, mentee } = await aMatch(house)
    const client = await aClient(house, site, programme.coordinator)
    const path = `/matches/${matchId}`
    const move = async (step: string, command: object) => {
      const { version } = (await client.get(path)).json()
      const answer = await client.post(`${path}/${step}`, { version, ...command })
      expect([step, answer.statusCode]).toEqual([step, 200])
      return answer.json()
    }
    expect(await move('pause', { until: '2026-12-24' })).toMatchObject({
      ...{ state: 'paused', pausedUntil: '2026-12-24', version: 2 },
    })
    expect((await move('resumption', {})).state).toBe('accepted')
    expect((await move('closure', { side: 'mentee', reasons: ['no_time'] })).state).toBe('closing')
    const closed = await move('closure/confirmation', {
      ...{ kind: 'never_started', reasons: ['no_time'], goals: 'no', mentee: 'ready' },
    })
    expect(closed.episodes).toEqual([
      {
        ...{ number: 1, openedOn: '2026-11-23', activeOn: null, closedOn: '2026-11-23' },
        ...{ kind: 'never_started', closedBy: 'mentee', reasons: ['no_time'], goals: 'no' },
      },
    ])
    expect(closed.events.map(({ kind }: { kind: string }) => kind)).toEqual(
      ['opened', 'paused', 'resumed', 'closing', 'closed'].toReversed(),
    )
    expect(await stateOf(house, mentee.enrolmentId)).toBe('ready')
    expect((await move('reopening', {})).episodes).toHaveLength(2)
    const stale = await client.post(`${path}/pause`, { version: 2 })
    expect(stale.json()).toMatchObject({ status: 409, type: '/problems/stale', state: 'accepted' })
  })

  test('records an answer to going on only when somebody was asked', async () => {
    const { matchId } = await aMatch(house)
    const given = { party: 'mentor', answer: 'yes', channel: 'phone' } as const
    await expect(answerGoOnFor(by(), matchId, given)).rejects.toMatchObject({
      ...{ type: 'state-conflict', state: 'accepted' },
    })
  })
})
