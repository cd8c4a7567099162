/** The most that one request handles; larger selections are handled in steps. */
export const mostAtOnce = 500
