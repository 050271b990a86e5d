import { eq, sql } from 'drizzle-orm'
import { operators } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { IntakeFormSettings } from './intake-form-settings.ts'

/** One key of the settings, in the database: what somebody else sets at the same time stays. */
export async function keepIntakeForm(tx: TenantTx, operatorId: string, form: IntakeFormSettings): Promise<void> {
  await tx
    .update(operators)
    .set({ settings: sql`${operators.settings} || ${JSON.stringify({ intakeForm: form })}::jsonb` })
    .where(eq(operators.id, operatorId))
}
