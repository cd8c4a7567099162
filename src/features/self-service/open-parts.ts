interface OwnProposal {
  mentorId: string
  menteeId: string
  state: string
  matchState: string | null
}

/** Whether a proposal waits for the answers of this role and another's. */
export function isOfferTo(id: string) {
  return (proposal: OwnProposal): boolean => isPartyOf(proposal, id) && proposal.state === 'offered'
}

/** Whether a proposal became a match of this role that is still running. */
export function isMatchOf(id: string) {
  return (proposal: OwnProposal): boolean =>
    isPartyOf(proposal, id) && (proposal.matchState ?? 'closed') !== 'closed'
}

function isPartyOf({ mentorId, menteeId }: OwnProposal, id: string): boolean {
  return mentorId === id || menteeId === id
}
