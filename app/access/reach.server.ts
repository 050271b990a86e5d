import { systemClock } from '#app/kernel/clock.ts'
import { type GrantSummary, grantsOfUser } from '#db/tenant.ts'

export type { GrantSummary }

/** Every operator that a person reaches today, and how; for the pages that stand above operators. */
export const reachOfUser = (userId: string): Promise<GrantSummary[]> => grantsOfUser(userId, systemClock())
