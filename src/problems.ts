/**
 * Every refusal of the product, with its HTTP status. Titles and advice are translations under
 * `problem.<type>`; `/problems/<type>` is a page made of both.
 */
export const problems = {
  'invalid-input': 422,
  'not-found': 404,
  'sign-in-required': 401,
  'not-allowed': 403,
  'wrong-credentials': 401,
  'sign-in-refused': 403,
  'step-up-required': 403,
  'form-expired': 403,
  'link-expired': 410,
  'state-conflict': 409,
  'already-answered': 409,
  'no-capacity': 409,
  'requirement-missing': 409,
  'already-exists': 409,
  'changed-meanwhile': 409,
  stale: 409,
  'precondition-failed': 412,
  'precondition-required': 428,
  'not-free': 409,
  taken: 409,
  'too-early': 409,
  'unsupported-type': 415,
  'too-large': 413,
  'wrong-address': 421,
  'rate-limited': 429,
  unavailable: 503,
  'issuer-unavailable': 503,
} as const satisfies Record<string, number>

export type ProblemType = keyof typeof problems

/** A field that is refused: where, and the key of its `form.error` message. */
export interface FieldProblem {
  /** JSON pointer into what was sent, such as `/languages/0/level`. */
  pointer: string
  code: FieldProblemCode
  args?: Record<string, string | number>
}

export const fieldProblemCodes = [
  'required',
  'invalid',
  'tooLong',
  'tooFew',
  'tooMany',
  'tooSmall',
  'tooBig',
  'tooEarly',
  'tooLate',
  'email',
  'phone',
  'choice',
  'date',
  'time',
  'unknownField',
  'cpr',
  'noLinks',
  'telling',
  'characters',
  'language',
  'notSpoken',
  'repeated',
  'interval',
  'consent',
  'contact',
  'area',
  'past',
  'pauseOnly',
  'password',
  'postcode',
  'changed',
  'wholeMonths',
  'taken',
  'booked',
  'somebodyBooked',
  'oneTime',
  'skipped',
  'twice',
  'tooFarAhead',
  'holiday',
  'closedDay',
  'closed',
  'notStaffed',
  'notFree',
  'noMeetingLink',
  'matchMeetingPlace',
  'pairStopped',
  'personStopped',
  'roomBooked',
  'link',
  'code',
  'wrong',
  'word',
  'future',
  'noPair',
  'missing_interview',
  'missing_introductory_course',
  'missing_confidentiality',
  'missing_children_certificate',
  'missing_consent',
  'consentAll',
  'fileFormat',
  'fileOld',
  'fileTooLarge',
  'fileTooManyRows',
  'fileEmpty',
  'fileCell',
  'fileSheet',
  'again',
  'busy',
  'mails',
  'lastPair',
] as const
export type FieldProblemCode = (typeof fieldProblemCodes)[number]

/** The only error thrown on purpose. `state` is the state that prevents the operation, if any. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly status: number
  readonly fields: FieldProblem[]
  readonly state: string | undefined

  constructor(type: ProblemType, reason: { fields?: FieldProblem[]; state?: string } = {}) {
    super(type)
    this.type = type
    this.status = problems[type]
    this.fields = reason.fields ?? []
    this.state = reason.state
  }
}
