import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { actingAs, type Context, transact } from '../../../context.ts'
import { listSites } from '../../../db/sites.ts'
import { zone } from '../../../locales/zone.ts'
import { type FormBody, one, ticked } from '../../../web/form.ts'
import { formFields } from '../../../web/form-fields.ts'
import type { FormState } from '../../../web/form-parts.ts'
import { frameOf } from '../../../web/frame.ts'
import { municipalityOf } from '../../../web/guard.ts'
import { idOf, sendPage, submit } from '../../../web/pages.ts'
import { SetMeetingPlaces } from '../../programmes/schema.ts'
import { setMeetingPlaces } from '../../programmes/set-meeting-places.ts'
import { addForm } from '../../programmes/add-form.ts'
import { AddSite, SetHours, SetRooms } from '../schema.ts'
import { readMeetingPlaces } from '../sql.ts'
import { addSite } from './add-site.ts'
import {
  atHoursField,
  comingHolidays,
  hoursFields,
  hoursOf,
  roomsFields,
  roomsOf,
  valuesOf,
} from './form.ts'
import { listOutside } from './list-outside.ts'
import { readSiteWithHours } from './read-site-with-hours.ts'
import { setHours } from './set-hours.ts'
import { setRooms } from './set-rooms.ts'
import { addSitePage, placesPage, sitePage } from './views.ts'

const forCoordinators = { config: { policy: 'coordinator' } } as const
const list = '/programme/places'
const forms = {
  places: formFields(forCoordinators, 'meetingLink', 'meetsElsewhere'),
  hours: formFields(forCoordinators, ...hoursFields),
  rooms: formFields(forCoordinators, ...roomsFields),
}

export function sitePages(app: FastifyInstance, ctx: Context): void {
  addForm(app, (request) => actingAs(ctx, request.actor), {
    path: '/programme/sites',
    list,
    options: forCoordinators,
    fields: { name: one, address: one, vulnerableArea: ticked },
    page: addSitePage,
    schema: AddSite,
    add: (ctx, site) => addSite(ctx, municipalityOf(ctx.actor), site),
  })

  app.get(list, forCoordinators, async (request, reply) => showPlaces(request, reply))

  app.post(list, forms.places, async (request, reply) => {
    const values = request.body as FormBody
    const given = {
      meetingLink: one(values, 'meetingLink'),
      meetsElsewhere: ticked(values, 'meetsElsewhere'),
    }
    const problems = await submit(SetMeetingPlaces, given, (command) =>
      setMeetingPlaces(actingAs(ctx, request.actor), municipalityOf(request.actor), command),
    )
    if (problems === undefined) return reply.redirect(list, 303)
    return showPlaces(request, reply.code(422), { values, problems })
  })

  app.get(`${list}/:id`, forCoordinators, async (request, reply) => showSite(request, reply))

  app.post(`${list}/:id/hours`, forms.hours, async (request, reply) => {
    const values = request.body as FormBody
    const { command, fields } = hoursOf(values)
    const problems = await submit(SetHours, command, (hours) =>
      setHours(actingAs(ctx, request.actor), idOf(request), hours),
    )
    if (problems === undefined) return reply.redirect(list, 303)
    const atFields = problems.map((problem) => atHoursField(problem, fields))
    return showSite(request, reply.code(422), { values, problems: atFields })
  })

  app.post(`${list}/:id/rooms`, forms.rooms, async (request, reply) => {
    const values = request.body as FormBody
    const problems = await submit(SetRooms, roomsOf(values), (rooms) =>
      setRooms(actingAs(ctx, request.actor), idOf(request), rooms),
    )
    if (problems === undefined) return reply.redirect(list, 303)
    return showSite(request, reply.code(422), { values, problems })
  })

  async function showPlaces(request: FastifyRequest, reply: FastifyReply, state?: FormState) {
    const municipality = municipalityOf(request.actor)
    const view = await transact(actingAs(ctx, request.actor), async (ctx) => {
      const sites = await listSites(ctx.db, municipality)
      const places = await readMeetingPlaces(ctx.db, municipality)
      const found = []
      for (const { id } of sites)
        found.push({ ...(await readSiteWithHours(ctx, id)), outside: await listOutside(ctx, id) })
      const stored = {
        meetingLink: places.meetingLink ?? undefined,
        meetsElsewhere: places.meetsElsewhere ? 'on' : undefined,
      }
      return { sites: found, state: state ?? { values: stored, problems: [] } }
    })
    return sendPage(reply, placesPage(frameOf(request), view))
  }

  async function showSite(request: FastifyRequest, reply: FastifyReply, typed?: FormState) {
    const by = actingAs(ctx, request.actor)
    const view = await transact(by, async (ctx) => {
      const site = await readSiteWithHours(ctx, idOf(request))
      const today = ctx.now().toZonedDateTimeISO(zone).toPlainDate()
      const stored = valuesOf(site)
      const values = typed === undefined ? stored : mix(stored, typed.values)
      return {
        site,
        holidays: comingHolidays(today),
        state: { values, problems: typed?.problems ?? [] },
      }
    })
    return sendPage(reply, sitePage(frameOf(request), view))
  }
}

/** The page has two forms: the fields of the one that was not sent keep their stored values. */
function mix(stored: FormBody, typed: FormBody): FormBody {
  const isHours = Object.keys(typed).some((name) => name.startsWith('staffed-'))
  const { closed: _, opens: __, ...rest } = stored
  return { ...(isHours ? rest : stored), ...typed }
}
