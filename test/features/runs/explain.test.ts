import { beforeEach, describe, expect, test } from 'vitest'
import { transact } from '../../../src/context.ts'
import { askWhatIf } from '../../../src/features/runs/ask/ask-what-if.ts'
import { explainRun } from '../../../src/features/runs/ask/explain.ts'
import { findAlternatives } from '../../../src/features/runs/ask/find-alternatives.ts'
import { forgetPerson } from '../../../src/features/runs/forget-person.ts'
import { askThread } from '../../../src/features/runs/thread/in-thread.ts'
import { readFinishedRun } from '../../../src/features/runs/ask/read-finished-run.ts'
import { runMatching } from '../../../src/features/runs/queue/run.ts'
import { explainPairs } from '../../../src/features/runs/ask/explain-pairs.ts'
import { readFinished } from '../../../src/features/runs/sql.ts'
import { whyNotSentences } from '../../../src/locales/staff/sentences.ts'
import { translate } from '../../../src/locales/translate.ts'
import { anAccount } from '../../support/accounts.ts'
import { useSite } from '../../support/app.ts'
import { aClient } from '../../support/client.ts'
import { useHouse } from '../../support/house.ts'
import { validateHtml } from '../../support/html.ts'
import {
  aMentee,
  aMentor,
  aProgramme,
  aRun,
  countRows,
  type Programme,
  readyPair,
} from '../../support/people.ts'

const house = useHouse()
const site = useSite(house)
let programme: Programme
beforeEach(async () => {
  programme = await aProgramme(house)
})
const office = () => house.ctx(programme.coordinator)
const sundays = [{ day: 7, from: '09:00', to: '12:00' }]

async function mentorOf(runId: string): Promise<string> {
  return (await readFinishedRun(office(), runId)).input.mentors[0]!.id
}

describe('explaining a run', () => {
  test('has the reason why a mentee has no proposal, and the smallest change that would help', async () => {
    await aMentor(house)
    const { enrolmentId, personId } = await aMentee(house, { name: 'Amal Nasser', hours: sundays })
    const { id } = await aRun(house, programme.coordinator)
    const explained = await explainRun(office(), id)
    const found = explained.unmatched.people.find((one) => one.id === personId)!
    expect(found.smallestChange?.changes).toMatchObject([{ code: 'free-hours', of: 'mentee' }])
    const text = whyNotSentences(translate('da'), found, explained.nameOf)
    expect(text).toContain('ikke nok tid samtidig')
    expect(text).toContain('Amal Nasser')
    expect(explained.enrolmentOf('mentee', personId)).toBe(enrolmentId)
  })

  test('advises whom to recruit, and is right about the gain when such a mentor joins', async () => {
    await aMentee(house, { hours: sundays })
    const { id, run } = await aRun(house, programme.coordinator)
    const [best] = (await explainRun(office(), id)).recruits
    expect(best?.gain.matched).toBe(1)
    await aMentor(house, {
      residence: best!.profile.municipality,
      languages: best!.profile.languages.map(({ tag, level }) => ({ tag, level })),
      hours: best!.profile.availability.map((hour) => ({ ...hour })),
      offers: best!.profile.offers as never,
    })
    const after = await aRun(house, programme.coordinator)
    expect(after.run.matched).toBe(run.matched + best!.gain.matched)
    expect(after.run.total).toBe(run.total + best!.gain.total)
  })

  test('suppresses small groups in the fairness figures', async () => {
    for (let at = 0; at < 4; at++) await aMentee(house, { sex: 'man' })
    await aMentee(house, { sex: 'woman' })
    const { id } = await aRun(house, programme.coordinator)
    const { byGender } = (await explainRun(office(), id)).fairness
    expect(byGender.every((group) => group.mentees === null)).toBe(true)
  })

  test('solves variants from the stored pool, and writes nothing', async () => {
    await readyPair(house)
    const { id } = await aRun(house, programme.coordinator)
    const before = await countRows(house)
    const outcomes = await askWhatIf(office(), id, {
      variants: [{ name: 'score', objective: 'score' }],
    })
    expect(outcomes.map((outcome) => outcome.figures.matched)).toEqual([1, 1])
    expect(await countRows(house)).toEqual(before)
  })

  test('has no one who was erased since the last question, in caches neither', async () => {
    const { mentee } = await readyPair(house)
    const { id } = await aRun(house, programme.coordinator)
    const moving = { variants: [{ name: 'nobody else', morePlaces: { places: 1 } }] }
    const ask = () => askWhatIf(office(), id, moving)
    const key = async () => (await transact(office(), (ctx) => readFinished(ctx.db, id))).key
    const mentees = async () => {
      const runRef = { key: await key(), read: () => readFinishedRun(office(), id) }
      const person = { role: 'mentor', id: await mentorOf(id) } as const
      const asked = { person, other: undefined, page: 1, pairsAtOnce: 10 }
      return (await askThread('pairs', runRef, asked))?.pairs.map((pair) => pair.mentee)
    }
    await ask()
    const before = await key()
    expect(await mentees()).toEqual([mentee.personId])
    await forgetPerson(house.ctx(), mentee.personId)
    expect(await key()).not.toBe(before)
    expect(await mentees()).not.toContain(mentee.personId)
    expect((await ask()).map(({ figures }) => figures.matched)).toEqual([1, 1])
  })

  test('has the change of the total with another mentor', async () => {
    const pair = await readyPair(house)
    const other = await aMentor(house, { name: 'Lone Bak', offers: ['it'] })
    const { proposalIds } = await aRun(house, programme.coordinator)
    const { alternatives, nameOf } = await findAlternatives(office(), proposalIds[0]!)
    expect(alternatives.map(({ mentor }) => mentor)).toEqual([other.personId])
    expect(alternatives[0]!.cost.total).toBeGreaterThan(0)
    expect(nameOf('mentor', other.personId)).toBe('Lone Bak')
    expect(nameOf('mentor', pair.mentor.personId)).not.toBe('Lone Bak')
  })

  test('reads and logs only people who are shown', async () => {
    const pairs = [await readyPair(house), await readyPair(house), await readyPair(house)]
    const alone = await aMentee(house, { hours: sundays })
    const { id, proposalIds } = await aRun(house, programme.coordinator)
    const looked = async (look: () => Promise<unknown>) => {
      const before = await house.db.selectFrom('auditEntry').select('id').execute()
      await look()
      const all = await house.db.selectFrom('auditEntry').selectAll().execute()
      const entries = all.filter(({ id }) => !before.some((entry) => entry.id === id))
      expect(new Set(entries.map(({ action }) => action))).toEqual(new Set(['person-listed']))
      return entries.map(({ personId }) => personId).sort()
    }
    const { mentor, mentee } = pairs[0]!
    const page = { enrolment: mentee.enrolmentId, page: 1 }
    const others = pairs.map((pair) => pair.mentor.personId)
    const one = { ...page, with: mentor.enrolmentId, pairsAtOnce: 10 }
    expect(await looked(() => explainPairs(office(), id, one))).toEqual(
      [mentor.personId, mentee.personId].sort(),
    )
    const first = { ...page, pairsAtOnce: 2 }
    expect(await looked(() => explainPairs(office(), id, first))).toHaveLength(3)
    const all = { ...page, pairsAtOnce: 10 }
    expect(await looked(() => explainPairs(office(), id, all))).toEqual(
      [mentee.personId, ...others].sort(),
    )
    const explained = await explainRun(office(), id)
    const named = explained.unmatched.people.flatMap(({ id, smallestChange }) => [
      ...[id, smallestChange?.mentor, smallestChange?.mentee].filter((one) => one !== undefined),
    ])
    expect(named).toContain(alone.personId)
    expect(await looked(() => explainRun(office(), id))).toEqual([...new Set(named)].sort())
    const coordinator = await site.enter(await anAccount(house))
    const trying = `/runs/${id}/what-if?residence1=0461&from1=09:00&to1=12:00&day1=7&offers1=dansk`
    // The new mentor is for the one without a proposal; all mentors are offered for one more place.
    expect(await looked(() => site.get(trying, coordinator))).toContain(alone.personId)
    const client = await aClient(house, site, programme.coordinator)
    const body = { variants: [{ name: 'more', morePlaces: { places: 1 } }] }
    const before = await house.db.selectFrom('auditEntry').select('id').execute()
    expect((await client.post(`/match-runs/${id}/what-if`, body)).statusCode).toBe(200)
    expect(await house.db.selectFrom('auditEntry').select('id').execute()).toHaveLength(
      before.length,
    )
    const other = await findAlternatives(office(), proposalIds[0]!)
    const again = await looked(() => findAlternatives(office(), proposalIds[0]!))
    expect(again).toHaveLength(1 + other.alternatives.length)
  })

  test('is refused for a run without a result, and not found for another municipality’s', async () => {
    await readyPair(house)
    const id = await runMatching(office(), '0461', { objective: 'coverage' }, { atOnce: 0 })
    await expect(explainRun(office(), id)).rejects.toMatchObject({
      type: 'state-conflict',
      state: 'queued',
    })
    const roskilde = await aProgramme(house, { municipality: '0265' })
    await expect(explainRun(house.ctx(roskilde.coordinator), id)).rejects.toMatchObject({
      type: 'not-found',
    })
  })
})

describe('the pages of a run', () => {
  test.each([
    ['da', ','],
    ['en', '.'],
    ['ar', '.'],
  ])('are valid and complete in %s', async (lang, decimal) => {
    const coordinator = await site.enter(await anAccount(house))
    await readyPair(house)
    const mentee = await aMentee(house, { hours: sundays })
    const { id, proposalIds } = await aRun(house, programme.coordinator)
    for (const path of [
      `/runs/${id}?lang=${lang}`,
      `/runs/${id}/what-if?lang=${lang}`,
      `/runs/${id}/what-if?lang=${lang}&objective1=score&waiting2=double&residence3=0461&from3=12:00&to3=15:00&day3=3&offers3=dansk&who4=all`,
      `/runs/${id}/unmatched?lang=${lang}`,
      `/runs/${id}/pairs?lang=${lang}`,
      `/runs/${id}/pairs?lang=${lang}&person=${mentee.enrolmentId}`,
      `/proposals/${proposalIds[0]}/alternatives?lang=${lang}`,
    ]) {
      const { statusCode, body } = await site.get(path, coordinator)
      expect(statusCode).toBe(200)
      expect(await validateHtml(body)).toEqual([])
      expect(body).not.toMatch(/undefined|\[object|NaN/)
      expect(body).not.toContain('error-summary')
      if (path.includes('objective1')) expect(body).toMatch(RegExp(`<td>\\d+[${decimal}]\\d</td>`))
    }
  })

  test('explain everyone without a proposal, thirty per page, and read only those', async () => {
    const coordinator = await site.enter(await anAccount(house))
    const client = await aClient(house, site, programme.coordinator)
    const alone: string[] = []
    for (let n = 0; n < 32; n++) {
      const { enrolmentId } = await aMentee(house, { hours: sundays })
      alone.push(enrolmentId)
    }
    const { id } = await aRun(house, programme.coordinator)
    const linked = ({ body }: { body: string }) =>
      alone.filter((enrolment) => body.includes(`/people/${enrolment}"`))
    const first = await site.get(`/runs/${id}`, coordinator)
    expect(linked(first)).toHaveLength(30)
    expect(first.body).toContain(`href="/runs/${id}/unmatched"`)
    const pages = [1, 2].map((page) => `/runs/${id}/unmatched?page=${page}`)
    const seen = [await site.get(pages[0]!, coordinator), await site.get(pages[1]!, coordinator)]
    expect(seen.map((answer) => linked(answer).length)).toEqual([30, 2])
    expect(new Set(seen.flatMap(linked))).toEqual(new Set(alone))
    expect(seen[0]!.body).toContain(`href="${pages[1]}"`)
    expect(await validateHtml(seen[1]!.body)).toEqual([])
    // After the last page comes the last; an invalid number is the first.
    expect(linked(await site.get(`/runs/${id}/unmatched?page=99`, coordinator))).toHaveLength(2)
    expect(linked(await site.get(`/runs/${id}/unmatched?page=x`, coordinator))).toHaveLength(30)
    const looks = async () =>
      (await house.db.selectFrom('auditEntry').select('id').execute()).length
    const before = await looks()
    const answer = await client.get(`/match-runs/${id}/unmatched?page=2`)
    const { count, data } = answer.json<{ count: number; data: { enrolmentId: string }[] }>()
    expect(count).toBe(32)
    expect(data.map(({ enrolmentId }) => enrolmentId)).toEqual(linked(seen[1]!))
    expect(await looks()).toBe(before + 2)
    expect((await client.get(`/match-runs/${id}/unmatched?page=0`)).statusCode).toBe(422)
  })

  test('refuse invalid weights, numbers and mentors, and keep what was typed', async () => {
    const coordinator = await site.enter(await anAccount(house))
    await readyPair(house)
    const { id } = await aRun(house, programme.coordinator)
    const answer = await site.get(
      `/runs/${id}/what-if?waiting1=meget&places2=mange&tongue3=ar&objective3=score`,
      coordinator,
    )
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('value="mange"')
    for (const field of ['waiting1', 'places2', 'residence3', 'from3', 'to3', 'offers3'])
      expect(answer.body).toContain(`href="#field-${field}"`)
    expect(await validateHtml(answer.body)).toEqual([])
  })

  test('show the progress of a run, which a script polls', async () => {
    const coordinator = await site.enter(await anAccount(house))
    await readyPair(house)
    const id = await runMatching(office(), '0461', { objective: 'coverage' }, { atOnce: 0 })
    const { body } = await site.get(`/runs/${id}`, coordinator)
    expect(body).toContain('/assets/progress.js')
    expect(await validateHtml(body)).toEqual([])
    expect((await site.post(`/runs/${id}/cancel`, {}, coordinator)).statusCode).toBe(303)
    expect((await site.get(`/runs/${id}`, coordinator)).body).not.toContain('/assets/progress.js')
  })
})
