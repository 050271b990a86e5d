import { and, eq, sql } from 'drizzle-orm'
import { sessions } from '#db/schema/engineerings.ts'
import { operators } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'
import { ownThemesOf } from './own-themes.ts'
import type { OwnTheme } from './session-themes.ts'

/** As they are behind the lock: two who change them at once follow each other. */
export async function lockedThemes(tx: TenantTx, operatorId: string): Promise<OwnTheme[]> {
  const [row] = await tx
    .select({ settings: operators.settings })
    .from(operators)
    .where(eq(operators.id, operatorId))
    .for('no key update')
  return ownThemesOf(row?.settings ?? {})
}

/** One key of the settings, in the database: what somebody else sets at the same time stays. */
export async function keepThemes(tx: TenantTx, operatorId: string, sessionThemes: readonly OwnTheme[]): Promise<void> {
  await tx
    .update(operators)
    .set({ settings: sql`${operators.settings} || ${JSON.stringify({ sessionThemes })}::jsonb` })
    .where(eq(operators.id, operatorId))
}

/** What each session held was about. */
export async function themesHeld(tx: TenantTx, operatorId: string): Promise<string[][]> {
  const rows = await tx
    .select({ themes: sessions.themes })
    .from(sessions)
    .where(
      and(eq(sessions.operatorId, operatorId), eq(sessions.status, 'held'), sql`cardinality(${sessions.themes}) > 0`),
    )
  return rows.map(({ themes }) => themes)
}
