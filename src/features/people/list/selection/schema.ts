/** What a page can answer at once; what is more is done in steps that one can look at. */
export const mostAtOnce = 500
