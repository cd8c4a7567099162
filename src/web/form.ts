import type { z } from 'zod'
import { type FieldProblem, type FieldProblemCode, fieldProblemCodes } from '../problems.ts'

/** A form as the browser sends it: each field is a text, or several when its name repeats. */
export type FormBody = Readonly<Record<string, string | readonly string[] | undefined>>

/** One text of a form, trimmed; an empty field is absent. */
export function one(body: FormBody, name: string): string | undefined {
  const value = body[name]
  const first = typeof value === 'object' ? value[0] : value
  const trimmed = first?.trim()
  return trimmed === '' ? undefined : trimmed
}

/** All values of a name, such as checked boxes. */
export function many(body: FormBody, name: string): string[] {
  const value = body[name]
  return value === undefined ? [] : typeof value === 'string' ? [value] : [...value]
}

export function ticked(body: FormBody, name: string): boolean {
  return one(body, name) !== undefined
}

/** A number field; other text is left for the schema to refuse. */
export function numberOrText(body: FormBody, name: string): number | string | undefined {
  const value = one(body, name)
  return value !== undefined && /^-?\d{1,15}$/.test(value) ? Number(value) : value
}

/** The schema's issues as field problems, each with a pointer into the input. */
export function fieldProblems(error: z.ZodError): FieldProblem[] {
  return error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key): FieldProblem => ({
        pointer: pointerTo([...issue.path, key]),
        code: 'unknownField',
      }))
    return [{ pointer: pointerTo(issue.path), ...codeOf(issue) }]
  })
}

function codeOf(issue: z.core.$ZodIssue): Pick<FieldProblem, 'code' | 'args'> {
  if (isCode(issue.message)) return { code: issue.message, ...limitsOf(issue) }
  if (issue.code === 'too_small')
    return { code: issue.origin === 'array' ? 'tooFew' : 'tooSmall', ...limitsOf(issue) }
  if (issue.code === 'too_big')
    return { code: bigCodes[issue.origin] ?? 'tooBig', ...limitsOf(issue) }
  if (issue.code === 'invalid_value') return { code: 'choice' }
  if (issue.code === 'invalid_type' && issue.message.includes('undefined'))
    return { code: 'required' }
  return { code: 'invalid' }
}

const bigCodes: Record<string, FieldProblemCode> = { array: 'tooMany', string: 'tooLong' }

function limitsOf(issue: z.core.$ZodIssue): Pick<FieldProblem, 'args'> {
  if (issue.code === 'too_small') return { args: { min: Number(issue.minimum) } }
  if (issue.code === 'too_big') return { args: { max: Number(issue.maximum) } }
  return {}
}

function isCode(message: string): message is FieldProblemCode {
  return (fieldProblemCodes as readonly string[]).includes(message)
}

/** RFC 6901: `~` and `/` inside a name are escaped. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
