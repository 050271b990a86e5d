import { systemClock } from '#app/kernel/clock.ts'
import { type GrantSummary, grantsOfUser, operatorIdOf } from '#db/tenant.ts'

export type { GrantSummary }

/** Whose an address is; null when it is nobody's. */
export const operatorAt = (slug: string): Promise<string | null> => operatorIdOf(slug)

/** Every operator that a person reaches today, and how; for the pages that stand above operators. */
export const reachOfUser = (userId: string): Promise<GrantSummary[]> => grantsOfUser(userId, systemClock())
