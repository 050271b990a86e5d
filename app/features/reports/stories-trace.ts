/** The trace of the quotations: the case of each, in the order of the report. */
export const storiesTrace = 'stories'
