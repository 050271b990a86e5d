import { eq, sql } from 'drizzle-orm'
import { operators } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ContractDefaults } from './contract-defaults.ts'

/** One key of the settings, in the database: what somebody else sets at the same time stays. */
export async function keepContractDefaults(
  tx: TenantTx,
  operatorId: string,
  contractDefaults: ContractDefaults,
): Promise<void> {
  await tx
    .update(operators)
    .set({ settings: sql`${operators.settings} || ${JSON.stringify({ contractDefaults })}::jsonb` })
    .where(eq(operators.id, operatorId))
}
