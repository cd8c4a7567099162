import type { EnrolmentRole, EnrolmentState } from '../../../db/types.ts'

type Moves = Partial<Record<EnrolmentState, readonly EnrolmentState[]>>

/** The allowed moves from each state; all others are refused. */
const lifecycle: Record<EnrolmentRole, Moves> = {
  mentor: {
    registered: ['interview_booked', 'interviewed', 'rejected', 'left'],
    interview_booked: ['registered', 'interviewed', 'rejected', 'left'],
    interviewed: ['selected', 'rejected', 'left'],
    selected: ['requirements_pending', 'ready', 'left'],
    requirements_pending: ['ready', 'left'],
    ready: ['paused', 'suspended', 'left'],
    paused: ['ready', 'left'],
    suspended: ['ready', 'left'],
  },
  mentee: {
    contacted: ['interested', 'not_interested', 'no_answer', 'registered'],
    interested: ['registered', 'not_interested', 'no_answer', 'left'],
    no_answer: ['interested', 'not_interested', 'registered'],
    not_interested: ['interested', 'registered'],
    registered: ['screened', 'ready', 'left'],
    screened: ['ready', 'left'],
    ready: ['offered', 'matched', 'paused', 'left'],
    offered: ['ready', 'matched', 'left'],
    matched: ['ready', 'paused', 'left'],
    paused: ['ready', 'matched', 'left'],
  },
}

/** Set by registration, a cancelled interview, proposals and matches only; never by hand. */
const byProcess: ReadonlySet<EnrolmentState> = new Set(['registered', 'offered', 'matched'])

export function mayMove(role: EnrolmentRole, from: EnrolmentState, to: EnrolmentState): boolean {
  return lifecycle[role][from]?.includes(to) ?? false
}

/** The states that a coordinator can choose on the person's page. */
export function movesByHand(role: EnrolmentRole, from: EnrolmentState): EnrolmentState[] {
  // An open offer or match has its own steps; from outside only a pause or leaving ends it.
  if (from === 'offered') return ['left']
  if (from === 'matched') return ['paused', 'left']
  return (lifecycle[role][from] ?? []).filter((to) => !byProcess.has(to))
}

/** A person known by name through a partner, of whom nothing more is kept before registration. */
export function isContact(state: EnrolmentState): boolean {
  return ['contacted', 'interested', 'no_answer', 'not_interested'].includes(state)
}

/** Ending states need a reason: the person may ask for it, and reports count reasons. */
export function needsReason(to: EnrolmentState): boolean {
  return to === 'rejected' || to === 'left' || to === 'suspended' || to === 'not_interested'
}
