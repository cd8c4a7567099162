import type { QuestionKind } from '../../db/types.ts'

// Questions owns what a mentor or mentee is asked by a link of its own, and what they answered. What
// follows from an answer belongs to the feature that asked.

export const questionKinds = [
  'outcome',
  'go-on',
  'fit',
  'month',
  'meet',
] as const satisfies readonly QuestionKind[]
