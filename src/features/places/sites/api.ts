import { z } from 'zod'
import { actingAs, type Context, transact } from '../../../context.ts'
import { listSites } from '../../../db/sites.ts'
import type { Api } from '../../../web/api.ts'
import { municipalityOf } from '../../../web/guard.ts'
import {
  AddSite,
  CreatedSiteView,
  HoursView,
  RoomsView,
  SetHours,
  SetRooms,
  SiteId,
  SiteView,
} from '../schema.ts'
import { addSite } from './add-site.ts'
import { readSiteWithHours, type SiteWithHours } from './read-site-with-hours.ts'
import { setHours } from './set-hours.ts'
import { setRooms } from './set-rooms.ts'

const forCoordinators = { policy: 'coordinator' } as const
const tags = ['Places']

export function siteApi(api: Api, ctx: Context): void {
  api.get(
    '/sites',
    {
      config: forCoordinators,
      schema: {
        tags,
        summary: 'The places where people of the municipality can meet',
        response: { 200: z.object({ data: z.array(SiteView) }) },
      },
    },
    async (request) => {
      const { actor } = request
      const sites = await transact(actingAs(ctx, actor), (ctx) =>
        listSites(ctx.db, municipalityOf(actor)),
      )
      return { data: sites }
    },
  )

  api.post(
    '/sites',
    {
      config: forCoordinators,
      schema: {
        tags,
        summary: 'Add a place where people can meet',
        body: AddSite,
        response: { 201: CreatedSiteView },
      },
    },
    async (request, reply) => {
      const { actor, body } = request
      const id = await addSite(actingAs(ctx, actor), municipalityOf(actor), body)
      return reply.code(201).send({ id })
    },
  )

  api.get(
    '/sites/:id/hours',
    {
      config: forCoordinators,
      schema: {
        tags,
        summary: 'When a place is open',
        params: SiteId,
        response: { 200: HoursView },
      },
    },
    async (request) =>
      hoursView(await readSiteWithHours(actingAs(ctx, request.actor), request.params.id)),
  )

  api.put(
    '/sites/:id/hours',
    {
      config: forCoordinators,
      schema: {
        tags,
        summary: 'Replace when a place is open',
        params: SiteId,
        body: SetHours,
        response: { 200: HoursView },
      },
    },
    async (request) => {
      const by = actingAs(ctx, request.actor)
      await setHours(by, request.params.id, request.body)
      return hoursView(await readSiteWithHours(by, request.params.id))
    },
  )

  api.get(
    '/sites/:id/rooms',
    {
      config: forCoordinators,
      schema: {
        tags,
        summary: 'The rooms of a place',
        params: SiteId,
        response: { 200: RoomsView },
      },
    },
    async (request) =>
      roomsView(await readSiteWithHours(actingAs(ctx, request.actor), request.params.id)),
  )

  api.put(
    '/sites/:id/rooms',
    {
      config: forCoordinators,
      schema: {
        tags,
        summary: 'Replace the rooms of a place',
        params: SiteId,
        body: SetRooms,
        response: { 200: RoomsView },
      },
    },
    async (request) => {
      const by = actingAs(ctx, request.actor)
      await setRooms(by, request.params.id, request.body)
      return roomsView(await readSiteWithHours(by, request.params.id))
    },
  )
}

function hoursView({ version, hoursConfirmed, weekly, days }: SiteWithHours) {
  return {
    version,
    confirmed: hoursConfirmed,
    weekly,
    days: days.map(({ day, opens }) => ({ day: day.toString(), opens })),
  }
}

function roomsView({ version, rooms }: SiteWithHours) {
  return { version, rooms }
}
