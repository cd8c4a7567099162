import type { z } from 'zod'
import { actingAs, type Context } from '../../context.ts'
import type { Api } from '../../web/api.ts'
import { askClosure } from './closing/ask-closure.ts'
import { confirmClosure } from './closing/confirm-closure.ts'
import { reopenMatch } from './closing/reopen.ts'
import { answerGoOnFor } from './go-on/answer.ts'
import { listMatches } from './list/list-matches.ts'
import { type MatchDetail, readMatch } from './page/read-match.ts'
import {
  AnswerGoOn,
  AskClosure,
  ConfirmClosure,
  type FindRisks,
  ListMatches,
  MatchDetailView,
  MatchesView,
  MatchId,
  MoveMatch,
  PauseMatch,
} from './schema.ts'
import { pauseMatch } from './transitions/pause.ts'
import { resumeMatch } from './transitions/resume.ts'
import { matchView } from './view.ts'

const forCoordinators = { policy: 'coordinator' } as const

export function matchApi(api: Api, ctx: Context, findRisks: FindRisks): void {
  api.get(
    '/matches',
    {
      config: forCoordinators,
      schema: {
        tags: ['Matches'],
        summary: 'Matches page by page, those at risk first',
        querystring: ListMatches,
        response: { 200: MatchesView },
      },
    },
    async (request) => {
      const list = await listMatches(actingAs(ctx, request.actor), request.query, findRisks)
      const { show } = request.query
      return {
        data: [...list.atRisk, ...list.others].map(matchView),
        links: {
          next: list.next === null ? null : `/api/v1/matches?show=${show}&cursor=${list.next}`,
        },
      }
    },
  )

  api.get(
    '/matches/:id',
    {
      config: forCoordinators,
      schema: {
        tags: ['Matches'],
        summary: 'One match with its episodes, meetings and what happened',
        params: MatchId,
        response: { 200: MatchDetailView },
      },
    },
    async (request) =>
      detailView(await readMatch(actingAs(ctx, request.actor), request.params.id, findRisks)),
  )

  /** A transition of one match, which answers with the match as it is then. */
  function move<Body extends z.ZodType>(
    path: string,
    summary: string,
    body: Body,
    act: (by: Context, id: string, command: z.output<Body>) => Promise<void>,
  ): void {
    api.post(
      `/matches/:id/${path}`,
      {
        config: forCoordinators,
        schema: {
          tags: ['Matches'],
          summary,
          params: MatchId,
          body: body as z.ZodType,
          response: { 200: MatchDetailView },
        },
      },
      async (request) => {
        const by = actingAs(ctx, request.actor)
        await act(by, request.params.id, request.body as z.output<Body>)
        return detailView(await readMatch(by, request.params.id, findRisks))
      },
    )
  }

  move(
    'pause',
    'Pause a match until a day; its meetings in between are off',
    PauseMatch,
    pauseMatch,
  )
  move('resumption', 'Let a paused or closing match go on', MoveMatch, resumeMatch)
  move('go-on', 'Record whether one of a pair wants to go on', AnswerGoOn, answerGoOnFor)
  move('closure', 'Begin to close a match, with whose wish it is and why', AskClosure, askClosure)
  move(
    'closure/confirmation',
    'Close a match; its meetings to come are off, and both are told without a reason',
    ConfirmClosure,
    confirmClosure,
  )
  move('reopening', 'Open a closed match again, as a new episode', MoveMatch, reopenMatch)
}

function detailView(match: MatchDetail): z.input<typeof MatchDetailView> {
  return {
    ...matchView(match),
    episodes: match.episodes.map((episode) => ({
      number: episode.number,
      openedOn: episode.openedOn.toString(),
      activeOn: episode.activeOn?.toString() ?? null,
      closedOn: episode.closedOn?.toString() ?? null,
      kind: episode.kind,
      closedBy: episode.closedBy,
      reasons: episode.reasons,
      goals: episode.goals,
    })),
    events: match.events.map(({ kind, happenedOn, recordedAt, side, reasons }) => ({
      ...{ kind, side, reasons },
      happenedOn: happenedOn.toString(),
      recordedAt: recordedAt.toString(),
    })),
    meetings: match.meetings.map(({ id, state, startsAt }) => ({
      ...{ id, state },
      startsAt: startsAt.toString(),
    })),
  }
}
