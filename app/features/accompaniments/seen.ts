/** How a page says that it showed nobody in charge, no agreement, no day: an empty field would say nothing. */
export const [nobody, noAgreement, noDay] = ['nobody', 'none', 'no-day']

/** The agreements of a case in one text, as history keeps them and as a page says that it showed them. */
export const codesOf = (agreements: readonly { code: string }[]) => agreements.map(({ code }) => code).join(', ')
