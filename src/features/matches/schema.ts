import { z } from 'zod'

// Matches owns pairs in which both parties accepted, from opening to closing, and their agreements.

export const MatchView = z.object({
  id: z.string(),
  state: z.enum(['accepted', 'active', 'paused', 'closing', 'closed']),
  acceptedAt: z.string().meta({ format: 'date-time' }),
  mentorName: z.string(),
  menteeName: z.string(),
  agreements: z.array(z.string()),
})
