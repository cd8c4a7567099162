import type { Context, Work } from '../context.ts'

/** Held by one worker at a time, for as long as its process says that it is still at work. */
export interface Lease {
  /** Aborted when the process is told to stop, and when the lease was lost to another worker. */
  readonly signal: AbortSignal
  /**
   * Locks the lease for the rest of a transaction; false when another worker has taken over, and then
   * nothing may be written any more.
   */
  isHeld(ctx: Work): Promise<boolean>
}

/** Something that is done without a request. Doing it twice must change nothing more. */
export interface Duty {
  /**
   * Does it. Throws when it has to be tried again. With an aborted signal it may end early: the lease
   * is released, and the duty is taken up by another process at once.
   */
  work(ctx: Context, subjectId: string, lease: Lease): Promise<void>
  /** How many a process works at once; one unless said otherwise. */
  atOnce?: number
  /** When it comes again; a duty without it is done once. */
  next?: (now: Temporal.Instant) => Temporal.Instant
  /** Minutes to wait after the first failure, the second and so on; the last one repeats. */
  retryMinutes?: readonly number[]
  /** How many hours after it was first due it is given up; a duty that comes again never is. */
  givenUpAfterHours?: number
  /** Given up when the process that held it ended this many times in a row. */
  mostAbandoned?: number
  /** What giving up means for people, in the transaction that marks it. */
  giveUp?(ctx: Work, subjectId: string, failure: string): Promise<void>
}

export type Duties = Readonly<Record<string, Duty>>
