import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { operators } from '#db/schema/operators.ts'
import { operatorRuleCodes, shippedRule } from '#db/seed/programmes/reminder-catalogue.ts'
import type { TenantTx } from '#db/tenant.ts'
import { adaptedRule } from './adapting.ts'
import { type ReminderRule, type RuleAdaptation, ruleAdaptation } from './reminder-rule.ts'

const stored = z.record(z.string(), ruleAdaptation)

/** The rules of an operator that are about no case, as it adapted them; one that it never touched is as shipped. */
export function operatorRulesOf(settings: Readonly<Record<string, unknown>>): ReminderRule[] {
  const parsed = stored.safeParse(settings.reminderRules ?? {})
  const own = parsed.success ? parsed.data : {}
  return operatorRuleCodes.map(code => {
    const adaptation = own[code]
    return adaptation ? adaptedRule(shippedRule(code), adaptation) : shippedRule(code)
  })
}

/** As they are now, held until the transaction ends: two managers who adapt at once do so one after the other. */
export async function operatorSettings(tx: TenantTx, operatorId: string): Promise<Record<string, unknown>> {
  const [row] = await tx
    .select({ settings: operators.settings })
    .from(operators)
    .where(eq(operators.id, operatorId))
    .for('no key update')
  return row?.settings ?? {}
}

/** One rule of the settings, in the database: what somebody else sets at the same time stays. */
export async function keepOperatorRule(
  tx: TenantTx,
  operatorId: string,
  rule: string,
  adaptation: RuleAdaptation,
): Promise<void> {
  const own = sql`coalesce(${operators.settings} -> 'reminderRules', '{}'::jsonb) || ${JSON.stringify({ [rule]: adaptation })}::jsonb`
  await tx
    .update(operators)
    .set({ settings: sql`${operators.settings} || jsonb_build_object('reminderRules', ${own})` })
    .where(eq(operators.id, operatorId))
}
