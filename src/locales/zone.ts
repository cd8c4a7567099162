/** The time zone of every meeting: all times shown to people are in it. */
export const zone = 'Europe/Copenhagen'
