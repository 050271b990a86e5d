/** A sign-in ends after eight hours without use and after twelve in any case (reliability AUT-08). */
export const signInHours = { idle: 8, longest: 12 } as const

/** Use is noted every five minutes, not at each page. */
export const noteUseAfterMs = 5 * 60_000

/** A code by e-mail: eight digits, ten minutes, five tries. */
export const codeDigits = 8
export const codeMinutes = 10
export const codeTries = 5

/** The link of a forgotten password serves for an hour, that of an invitation for a week. */
export const passwordLinkHours = { forgotten: 1, invitation: 7 * 24 } as const
