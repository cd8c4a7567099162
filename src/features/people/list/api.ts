import { actingAs, type Context } from '../../../context.ts'
import type { Api } from '../../../web/api.ts'
import { nextLink } from '../../../web/next-link.ts'
import { countPeople, listPeople } from './list-people.ts'
import { CountsView, FilterPeople, ListPeople, PeopleView } from './schema.ts'

export function peopleListApi(api: Api, ctx: Context): void {
  api.get(
    '/enrolments',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Mentors and mentees of the municipality with their states, page by page',
        querystring: ListPeople,
        response: { 200: PeopleView },
      },
    },
    async (request) => {
      const list = await listPeople(actingAs(ctx, request.actor), request.query)
      return {
        data: list.people.map((person) => ({
          ...person,
          stateSince: person.stateSince.toString(),
          pausedUntil: person.pausedUntil?.toString() ?? null,
        })),
        links: {
          next: nextLink(request.url, list.next),
          previous: nextLink(request.url, list.previous),
        },
      }
    },
  )

  api.get(
    '/enrolments/counts',
    {
      config: { policy: 'coordinator' },
      schema: {
        tags: ['People'],
        summary: 'Number of people in each state, within the other filters',
        querystring: FilterPeople,
        response: { 200: CountsView },
      },
    },
    async (request) => ({ data: await countPeople(actingAs(ctx, request.actor), request.query) }),
  )
}
