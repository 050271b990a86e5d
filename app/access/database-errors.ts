/** SQLSTATE classes and what they mean to the caller (reliability P21). */
export type DatabaseTrouble = 'retry' | 'away' | 'refused' | 'other'

export function databaseTrouble(error: unknown): DatabaseTrouble {
  const code = stateOf(error)
  if (code === null) return isConnectionLoss(error) ? 'away' : 'other'
  if (code === '40001' || code === '40P01') return 'retry'
  if (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code === '53300' ||
    code === '57014' ||
    code === '55P03' ||
    code === '25P03'
  )
    return 'away'
  if (code.startsWith('22') || code.startsWith('23') || code === '54000' || code === '21000') return 'refused'
  return 'other'
}

/** Drizzle wraps the driver's error in `cause`. */
function stateOf(error: unknown): string | null {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if ('code' in current && typeof current.code === 'string' && /^[0-9A-Z]{5}$/.test(current.code)) return current.code
  }
  return null
}

function isConnectionLoss(error: unknown): boolean {
  for (let current: unknown = error; current instanceof Error; current = current.cause) {
    if (
      'code' in current &&
      typeof current.code === 'string' &&
      /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/.test(current.code)
    )
      return true
    if (
      /Connection terminated|timeout exceeded when trying to connect|connection timeout|Client has encountered a connection error|not queryable/i.test(
        current.message,
      )
    )
      return true
    if (current instanceof AggregateError && current.errors.some(isConnectionLoss)) return true
  }
  return false
}
