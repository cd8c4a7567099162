/** What became of a try to send something. */
export type Outcome =
  | { result: 'sent' }
  /** For good: not tried again. */
  | { result: 'refused'; failure: string }
  /** For now: tried again later. */
  | { result: 'later'; failure: string }
  /** The server itself cannot be used now, by no mail. */
  | { result: 'away'; failure: string }
  /** Handed over whole, and no answer: it may have been taken. */
  | { result: 'unknown'; failure: string }
