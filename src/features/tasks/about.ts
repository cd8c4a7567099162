/**
 * What a task is about: at least one of them. With a match or a meeting, the enrolment says whose part
 * in it.
 */
export type About = Partial<Record<(typeof aboutColumns)[number], string>>

export const aboutColumns = ['enrolmentId', 'matchId', 'meetingId', 'mailId', 'concernId'] as const
