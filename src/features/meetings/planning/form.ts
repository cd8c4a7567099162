import type { FieldProblem } from '../../../problems.ts'
import { type FormBody, many, numberOrText, one, ticked } from '../../../web/form.ts'

// The form of a plan, and the commands that it stands for. Where is one field: a site, a site and
// a room of it, online or elsewhere.

/** The fields that choose for whom, how long, where and with whom times are looked for. */
export const choiceFields = ['match[]', 'minutes', 'where', 'account'] as const
/** The fields that say when, and the rest. */
export const planFields = [
  ...choiceFields,
  ...['when', 'otherTime', 'day', 'time', 'occurrence'],
  ...['placeText', 'agreedByPhone', 'interpreter', 'childCare'],
] as const

/** The question for times that the choice asks. */
export function questionOf(values: FormBody) {
  return {
    match: many(values, 'match'),
    minutes: numberOrText(values, 'minutes'),
    ...placeOf(one(values, 'where')),
    accountId: one(values, 'account'),
  }
}

export function planOf(values: FormBody) {
  const { match: matchIds, ...question } = questionOf(values)
  return {
    matchIds,
    ...question,
    ...whenOf(values),
    placeText: one(values, 'placeText'),
    agreedByPhone: ticked(values, 'agreedByPhone'),
    interpreter: ticked(values, 'interpreter'),
    childCare: ticked(values, 'childCare'),
  }
}

function placeOf(where: string | undefined) {
  if (where === 'online' || where === 'elsewhere') return { place: where } as const
  const [siteId, roomId] = where?.split('/') ?? []
  return { place: 'site', siteId, roomId } as const
}

/** A typed time beside another choice is sent along: the schema refuses two times. */
function whenOf(values: FormBody) {
  const when = one(values, 'when')
  const [day, time] = [one(values, 'day'), one(values, 'time')]
  const typed =
    day === undefined && time === undefined
      ? {}
      : {
          localStart: `${day ?? ''}T${time?.slice(0, 5) ?? ''}`,
          occurrence: one(values, 'occurrence'),
        }
  if (when === 'typed') return typed
  return { ...typed, startsAt: when === 'other' ? one(values, 'otherTime') : when }
}

const fieldOf: Record<string, string> = {
  siteId: 'where',
  roomId: 'where',
  place: 'where',
  accountId: 'account',
  match: 'matchIds',
}

/** Moves the problems of a command to the fields of the form. */
export function atFields(problems: readonly FieldProblem[], values: FormBody): FieldProblem[] {
  const isTyped = one(values, 'when') === 'typed'
  return problems.map((problem) => {
    const name = problem.pointer.split('/')[1] ?? ''
    const isWhen = name === 'startsAt' || name === 'localStart' || name === 'occurrence'
    const field = isWhen ? (isTyped ? 'typed' : 'when') : fieldOf[name]
    return field === undefined ? problem : { ...problem, pointer: `/${field}` }
  })
}
