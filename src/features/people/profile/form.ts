import type { EnrolmentRole } from '../../../db/types.ts'
import { type FormBody, many, numberOrText, one, ticked } from '../../../web/form.ts'
import { topics } from '../topics.ts'
import type { Profile } from './schema.ts'

/** Empty lines that a list offers; saving adds more. */
const spare = { languages: 2, hours: 3, away: 1 }
export type Lines = keyof typeof spare

/** The number of lines of a list, from the form's values. */
export function countLines(values: FormBody, list: Lines): number {
  const used = Object.keys(values)
    .map((name) => new RegExp(`^${list}-\\w+-(\\d{1,2})$`).exec(name)?.[1])
    .filter((line) => line !== undefined)
  return Math.max(0, ...used.map((line) => Number(line) + 1)) + (used.length > 0 ? 0 : spare[list])
}

/** The fields of every form about a person, in either role. */
export const personFields = [
  ...['name', 'channel', 'email', 'phone', 'street', 'postcode', 'town', 'residence'],
  ...['birthYear', 'sex', 'meets', 'furthestDistanceKm', 'onlyAtLibrary', 'interests[]'],
  ...['wish', 'wishIsMust', 'ageFrom', 'ageTo', 'ageIsMust'],
  ...['offers[]', 'capacity', 'acceptsChildren'],
  ...['wantsDanishPractice', 'interpreterAcceptable', 'childrenAlong'],
]
export const profileFields = [
  ...personFields,
  ...['version', 'languages-*', 'hours-*', 'away-*', 'need-*'],
]

/** The form's values from a profile, with empty lines for more. */
export function valuesOf({ role, command }: Profile<{ version: number }>): FormBody {
  const values: Record<string, string | string[] | undefined> = {
    version: String(command.version),
    name: command.name,
    channel: command.channel,
    email: command.email,
    phone: command.phone,
    street: command.address?.street,
    postcode: command.address?.postcode,
    town: command.address?.town,
    residence: command.residence,
    birthYear: textOf(command.birthYear),
    sex: command.sex,
    meets: command.meets,
    furthestDistanceKm: textOf(command.furthestDistanceKm),
    onlyAtLibrary: tick(command.onlyAtLibrary),
    interests: command.interests,
    wish: command.wish?.sex,
    wishIsMust: tick(command.wish?.isMust),
    ageFrom: textOf(command.ageWish?.from),
    ageTo: textOf(command.ageWish?.to),
    ageIsMust: tick(command.ageWish?.isMust),
  }
  const lines = {
    languages: command.languages.map(({ tag, level, reads, writes, canInterpret }) => ({
      tag,
      level,
      reads: tick(reads),
      writes: tick(writes),
      interprets: tick(canInterpret),
    })),
    hours: command.hours.map(({ day, from, to }) => ({
      day: String(day),
      from,
      to: to === '24:00' ? '00:00' : to,
    })),
    away: command.away.map(({ from, to }) => ({ from: from.toString(), to: to.toString() })),
  }
  for (const [list, rows] of Object.entries(lines)) {
    for (const [line, row] of rows.entries())
      for (const [field, value] of Object.entries(row)) values[`${list}-${field}-${line}`] = value
    values[`${list}-last-${rows.length + spare[list as Lines] - 1}`] = ''
  }
  if (role === 'mentor') {
    values.offers = command.offers
    values.capacity = String(command.capacity)
    values.acceptsChildren = tick(command.acceptsChildren)
  } else {
    for (const { topic, importance } of command.needs) values[`need-${topic}`] = String(importance)
    values.wantsDanishPractice = tick(command.wantsDanishPractice)
    values.interpreterAcceptable = tick(command.interpreterAcceptable)
    values.childrenAlong = tick(command.childrenAlong)
  }
  return values
}

function textOf(number: number | undefined): string | undefined {
  return number === undefined ? undefined : String(number)
}

function tick(isTicked: boolean | undefined): string | undefined {
  return isTicked ? 'on' : undefined
}

/** Converts form values to the API's command, not yet validated. */
export function profileFromForm(role: EnrolmentRole, body: FormBody): object {
  const profile = {
    ...fieldsOf(role, body),
    version: numberOrText(body, 'version'),
    languages: linesOf(body, 'languages').map((line) => ({
      tag: one(body, `languages-tag-${line}`),
      level: one(body, `languages-level-${line}`),
      reads: ticked(body, `languages-reads-${line}`),
      writes: ticked(body, `languages-writes-${line}`),
      canInterpret: ticked(body, `languages-interprets-${line}`),
    })),
    hours: linesOf(body, 'hours').map((line) => ({
      day: numberOrText(body, `hours-day-${line}`),
      from: one(body, `hours-from-${line}`)?.slice(0, 5),
      // A time field has no 24:00; midnight as an end means the end of the day.
      to: one(body, `hours-to-${line}`)
        ?.slice(0, 5)
        .replace(/^00:00$/, '24:00'),
    })),
    away: linesOf(body, 'away').map((line) => ({
      from: one(body, `away-from-${line}`),
      to: one(body, `away-to-${line}`) ?? one(body, `away-from-${line}`),
    })),
  }
  if (role === 'mentor') return profile
  const needs = topics
    .map((topic) => ({ topic, importance: numberOrText(body, `need-${topic}`) }))
    .filter(({ importance }) => importance !== undefined)
  return { ...profile, needs }
}

/** The fields that the registration asks for in the same way. */
export function fieldsOf(role: EnrolmentRole, body: FormBody): object {
  const person = {
    name: one(body, 'name'),
    channel: one(body, 'channel'),
    email: one(body, 'email'),
    phone: one(body, 'phone'),
    address: addressOf(body),
    residence: one(body, 'residence'),
    birthYear: numberOrText(body, 'birthYear'),
    sex: one(body, 'sex') ?? 'undisclosed',
    meets: one(body, 'meets') ?? 'either',
    furthestDistanceKm: numberOrText(body, 'furthestDistanceKm'),
    onlyAtLibrary: ticked(body, 'onlyAtLibrary'),
    interests: many(body, 'interests'),
    wish: sexWishOf(body),
    ageWish: ageWishOf(body),
  }
  if (role === 'mentor')
    return {
      ...person,
      offers: many(body, 'offers'),
      capacity: numberOrText(body, 'capacity') ?? 1,
      acceptsChildren: ticked(body, 'acceptsChildren'),
    }
  return {
    ...person,
    wantsDanishPractice: ticked(body, 'wantsDanishPractice'),
    interpreterAcceptable: ticked(body, 'interpreterAcceptable'),
    childrenAlong: ticked(body, 'childrenAlong'),
  }
}

/** The filled-in lines of a list, judged by their first field. */
function linesOf(body: FormBody, list: Lines): number[] {
  const first = { languages: 'tag', hours: 'day', away: 'from' }[list]
  return Array.from({ length: Math.min(countLines(body, list), 80) }, (_, line) => line).filter(
    (line) => one(body, `${list}-${first}-${line}`) !== undefined,
  )
}

export function addressOf(body: FormBody): object | undefined {
  const address = {
    street: one(body, 'street'),
    postcode: one(body, 'postcode'),
    town: one(body, 'town'),
  }
  return Object.values(address).every((part) => part === undefined) ? undefined : address
}

function sexWishOf(body: FormBody): object | undefined {
  const sex = one(body, 'wish')
  return sex === undefined ? undefined : { sex, isMust: ticked(body, 'wishIsMust') }
}

function ageWishOf(body: FormBody): object | undefined {
  const from = numberOrText(body, 'ageFrom')
  const to = numberOrText(body, 'ageTo')
  if (from === undefined && to === undefined) return undefined
  return { from, to, isMust: ticked(body, 'ageIsMust') }
}
