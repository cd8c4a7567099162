import { z } from 'zod'

// Matches owns the pairs that both said yes, from opening to closing, and what they agreed on.

export const MatchView = z.object({
  id: z.string(),
  state: z.enum(['accepted', 'active', 'paused', 'closing', 'closed']),
  acceptedAt: z.string().meta({ format: 'date-time' }),
  mentorName: z.string(),
  menteeName: z.string(),
  agreements: z.array(z.string()),
})
