import type { MessageKey, Translate } from '../../../../locales/translate.ts'
import type { Mentor, Term, Weights } from '../../../../matching/types.ts'
import { TERMS } from '../../../../matching/weights.ts'
import type { FieldProblem } from '../../../../problems.ts'
import { type FormBody, many, numberOrText, one, ticked } from '../../../../web/form.ts'
import { mostVariants } from '../../schema.ts'

/** The numbers of the variants on the page; each field's name ends with one. */
export const tries = Array.from({ length: mostVariants }, (_, at) => at + 1)

/** Factors of a weight: words are easier to choose than percentages. */
export const factors = { none: 0, half: 0.5, double: 2 } as const
type Factor = keyof typeof factors

/** The filled-in variants as the API takes them, and their numbers. */
export function variantsFromForm(
  values: FormBody,
  weights: Weights,
): { variants: object[]; numbers: number[] } {
  const numbers = tries.filter((number) => isTried(values, number))
  return { variants: numbers.map((number) => variantOf(values, number, weights)), numbers }
}

/** Whether a variant is filled in; fields that only modify others do not count. */
export function isTried(values: FormBody, number: number): boolean {
  const telling = [...['objective', ...TERMS, 'who', 'places'], ...mentorFields]
  return telling.some((name) => one(values, `${name}${number}`) !== undefined)
}

const mentorFields = ['residence', 'tongue', 'from', 'to', 'offers']

function variantOf(values: FormBody, number: number, weights: Weights): object {
  const field = (name: string) => one(values, `${name}${number}`)
  const isWeighed = TERMS.some((term) => field(term) !== undefined)
  const isMentor = mentorFields.some((name) => field(name) !== undefined)
  const places = numberOrText(values, `places${number}`)
  const who = field('who')
  return {
    name: String(number),
    objective: field('objective'),
    ...(isWeighed && {
      weights: Object.fromEntries(
        TERMS.map((term) => [term, weighed(weights[term], field(term))]),
      ) as Record<Term, unknown>,
    }),
    ...(isMentor && { mentor: mentorOf(values, number) }),
    ...((places !== undefined || who !== undefined) && {
      morePlaces: { mentor: who === 'all' ? undefined : who, places: places ?? 1 },
    }),
  }
}

/** An unknown factor is left for the schema to refuse. */
function weighed(weight: number, factor: string | undefined): number | string {
  if (factor === undefined) return weight
  return Object.hasOwn(factors, factor) ? weight * factors[factor as Factor] : factor
}

function mentorOf(values: FormBody, number: number): object {
  const field = (name: string) => one(values, `${name}${number}`)
  const other = field('tongue')
  const danish = { tag: 'da', level: 'native' }
  return {
    residence: field('residence'),
    languages: [danish, ...(other ? [{ tag: other, level: field('level') ?? 'native' }] : [])],
    hours: [{ day: numberOrText(values, `day${number}`), from: field('from'), to: field('to') }],
    offers: many(values, `offers${number}`),
    capacity: numberOrText(values, `capacity${number}`) ?? 1,
    meets: field('meets') ?? 'either',
    sex: field('sex') ?? 'undisclosed',
    acceptsChildren: ticked(values, `children${number}`),
  }
}

/** Fields of the form by the API's pointers. */
const fieldNames: readonly [pointer: RegExp, field: string][] = [
  [/^weights\/(\w+)/, '$1'],
  [/^weights$/, 'topics'],
  [/^mentor\/languages.*/, 'tongue'],
  [/^mentor\/hours\/0\/(\w+)/, '$1'],
  [/^mentor\/hours.*/, 'from'],
  [/^mentor\/acceptsChildren/, 'children'],
  [/^mentor\/(\w+).*/, '$1'],
  [/^morePlaces\/mentor/, 'who'],
  [/^morePlaces\/places/, 'places'],
]

/** Moves problems of variants to the fields of the form. */
export function formProblems(problems: FieldProblem[], numbers: number[]): FieldProblem[] {
  return problems.map((problem) => {
    const [, at, path] = /^\/variants\/(\d+)\/(.*)$/.exec(problem.pointer) ?? []
    if (at === undefined || path === undefined) return problem
    const [pattern, field] = fieldNames.find(([pattern]) => pattern.test(path)) ?? [/.*/, path]
    return { ...problem, pointer: `/${path.replace(pattern, field)}${numbers[Number(at)]}` }
  })
}

/** The address of the page with a mentor filled in, to try advice. */
export function tryMentor(runId: string, profile: Mentor): string {
  const other = profile.languages.find(({ tag }) => tag !== 'da')
  const [hours] = profile.availability
  const query = new URLSearchParams({
    residence1: profile.municipality,
    ...(other && { tongue1: other.tag, level1: other.level }),
    ...(hours && { day1: String(hours.day), from1: hours.from, to1: hours.to }),
    meets1: profile.meets,
    sex1: profile.gender,
    ...(profile.acceptsChildren && { children1: 'on' }),
  })
  for (const topic of profile.offers) query.append('offers1', topic)
  return `/runs/${runId}/what-if?${query}`
}

export function factorName(t: Translate, factor: string): string {
  return t.dynamic(`runs.whatIf.factor.${factor}` as MessageKey)
}
