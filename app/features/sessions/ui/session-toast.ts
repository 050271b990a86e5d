import { formatNumber, type Locale } from '#app/i18n/formats.ts'

type Written = { status: 'held' | 'planned' | 'cancelled'; leftQuarters: number | null; low: boolean }

/** What is said once a session is written: the days that are left, and a warning when few are. */
export function sessionToast({ status, leftQuarters, low }: Written, locale: Locale) {
  if (status === 'planned') return { key: 'sessionPlanned' }
  if (status === 'cancelled') return { key: 'sessionCancelled' }
  if (leftQuarters === null || leftQuarters < 0) return { key: 'sessionHeld' }
  const params = { left: formatNumber(leftQuarters / 4, locale) }
  return { key: low ? 'sessionHeldLow' : 'sessionHeldLeft', params }
}
