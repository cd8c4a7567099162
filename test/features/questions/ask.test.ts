import { expect, test } from 'vitest'
import { transact } from '../../../src/context.ts'
import { ask } from '../../../src/features/questions/ask.ts'
import { settleQuestion, withdrawQuestions } from '../../../src/features/questions/settle.ts'
import { useHouse } from '../../support/house.ts'
import { aMatch, aProgramme } from '../../support/people.ts'

const house = useHouse()

test('a question is asked once, can be answered anew until its time is over, and not once withdrawn', async () => {
  await aProgramme(house)
  const { mentor, matchId } = await aMatch(house)
  const put = () =>
    transact(house.ctx(), (ctx) =>
      ask(
        ctx,
        {
          kind: 'fit',
          municipality: '0461',
          personId: mentor.personId,
          matchId,
          answerBy: ctx.now().add({ hours: 72 }),
        },
        'reconfirmation',
      ),
    )
  await put()
  await put()
  const asked = await house.db.selectFrom('question').selectAll().execute()
  expect(asked).toHaveLength(1)
  const { id } = asked[0]!
  expect(
    await house.db.selectFrom('mail').select('kind').where('subjectId', '=', id).execute(),
  ).toHaveLength(1)
  const answer = (fit: string, channel?: 'phone') =>
    transact(house.ctx(), (ctx) => settleQuestion(ctx, id, { fit }, channel))
  await answer('good')
  expect(await answer('not-good')).toMatchObject({ answer: { fit: 'good' } })
  house.clock.advance({ days: 3 })
  await expect(answer('good')).rejects.toMatchObject({ type: 'link-expired' })
  // A coordinator may be told later.
  await answer('not-good', 'phone')
  await put()
  await transact(house.ctx(), (ctx) => withdrawQuestions(ctx, { matchId }, ['fit']))
  const states = await house.db
    .selectFrom('question')
    .select(['answer', 'withdrawnAt'])
    .orderBy('askedAt')
    .execute()
  expect(states).toEqual([
    { answer: { fit: 'not-good' }, withdrawnAt: null },
    { answer: null, withdrawnAt: house.clock.now() },
  ])
})
