import { systemClock } from '#app/kernel/clock.ts'
import { databaseStandingProblems } from '#db/role-check.ts'

const againMs = 5_000

/**
 * Ends the process, saying why, when the database's roles or clock are not what it may work with. A database that is
 * away is no reason: the process waits for it like any request does, and looks when it is back.
 */
export async function refuseBadStanding(what: string): Promise<void> {
  const problems = await databaseStandingProblems(systemClock).catch(() => null)
  if (problems === null) {
    setTimeout(() => void refuseBadStanding(what), againMs).unref()
    return
  }
  if (problems.length === 0) return
  process.stderr.write(`${what} :\n${problems.map(problem => `  - ${problem}`).join('\n')}\n`)
  process.exit(1)
}
