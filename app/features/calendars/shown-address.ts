/** The token in the answer to the form that made it, the only time that it can be read. */
export function shownToken(answered: unknown): string | null {
  if (typeof answered !== 'object' || answered === null || !('shown' in answered)) return null
  const { shown } = answered
  if (typeof shown !== 'object' || shown === null || !('token' in shown)) return null
  return typeof shown.token === 'string' ? shown.token : null
}

/** The two ways to write it: most programs take the first; the second opens the program that the machine has. */
export function calendarAddresses(site: string, token: string): { https: string; webcal: string } {
  const https = `${site}/agenda/${token}/sillage.ics`
  return { https, webcal: https.replace(/^https?:/, 'webcal:') }
}
