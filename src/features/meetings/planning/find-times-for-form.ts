import type { Work } from '../../../context.ts'
import { Problem } from '../../../problems.ts'
import { type FormBody, fieldProblems, many } from '../../../web/form.ts'
import type { FormState } from '../../../web/form-parts.ts'
import { findTimes, type Times } from './find-times.ts'
import { atFields, questionOf } from './form.ts'
import { FindTimes } from './schema.ts'

/** The times for what the form chooses, once a pair is chosen and all of it is valid. */
export async function findTimesForForm(
  ctx: Work,
  values: FormBody,
): Promise<{ times?: Times; problems?: FormState['problems'] }> {
  if (many(values, 'match').length === 0) return {}
  const question = FindTimes.safeParse(questionOf(values))
  if (!question.success) return { problems: atFields(fieldProblems(question.error), values) }
  try {
    return { times: await findTimes(ctx, question.data) }
  } catch (error) {
    if (!(error instanceof Problem) || error.fields.length === 0) throw error
    return { problems: atFields(error.fields, values) }
  }
}
