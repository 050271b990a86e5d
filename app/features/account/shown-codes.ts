/** The recovery codes in the answer to a form, the only time that they can be read. */
export function shownCodes(answered: unknown): string[] | null {
  if (typeof answered !== 'object' || answered === null || !('shown' in answered)) return null
  const { shown } = answered
  if (typeof shown !== 'object' || shown === null || !('recoveryCodes' in shown)) return null
  const { recoveryCodes } = shown
  return Array.isArray(recoveryCodes) ? recoveryCodes.map(String) : null
}
