import { and, eq, sql } from 'drizzle-orm'
import { programmeById } from '#app/features/programmes/programmes.store.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { programmes } from '#db/schema/programmes.ts'
import type { TenantTx } from '#db/tenant.ts'
import { operatorRulesOf } from './operator-rules.store.server.ts'
import type { ReminderRule } from './reminder-rule.ts'
import { type Stop, type Trigger, triggers } from './reminder-vocabulary.ts'

export type RuleInForce = {
  rule: ReminderRule
  /** Null for a rule of the operator. */
  programmeId: string | null
  /** Of the programme: those of the cases that the rule looks at. */
  states: readonly string[]
}

/** The rules that ask one same thing: their subjects are read together. */
export type RuleGroup = { trigger: Trigger; stop: Stop; rules: RuleInForce[] }

/** Every rule that is on, of the programmes that have cases and of the operator, grouped by what they ask. */
export async function rulesInForce(
  tx: TenantTx,
  operator: { id: string; settings: Record<string, unknown> },
): Promise<RuleGroup[]> {
  const groups = new Map<string, RuleGroup>()
  const add = (found: RuleInForce) => {
    const { trigger, stop, off } = found.rule
    if (off) return
    const known = groups.get(`${trigger} ${stop}`)
    if (known) known.rules.push(found)
    else groups.set(`${trigger} ${stop}`, { trigger, stop, rules: [found] })
  }
  for (const { id } of await usedProgrammes(tx, operator.id)) {
    const definition = (await programmeById(tx, operator.id, id))?.definition
    for (const rule of definition?.reminders ?? []) {
      const { where } = triggers[rule.trigger]
      const states = (definition?.states ?? []).filter(({ kind }) => where === 'any' || kind === where)
      add({ rule, programmeId: id, states: states.map(({ code }) => code) })
    }
  }
  for (const rule of operatorRulesOf(operator.settings)) add({ rule, programmeId: null, states: [] })
  return [...groups.values()]
}

function usedProgrammes(tx: TenantTx, operatorId: string): Promise<{ id: string }[]> {
  const isUsed = sql`exists (select from ${accompaniments}
    where ${accompaniments.operatorId} = ${programmes.operatorId} and ${accompaniments.programmeId} = ${programmes.id})`
  return tx
    .select({ id: programmes.id })
    .from(programmes)
    .where(and(eq(programmes.operatorId, operatorId), isUsed))
    .orderBy(programmes.id)
}

/** The rule of this code that applies to a case of this programme, or to what belongs to the operator. */
export const ruleFor = ({ rules }: RuleGroup, code: string, programmeId: string | null): ReminderRule | null =>
  rules.find(known => known.rule.rule === code && known.programmeId === programmeId)?.rule ?? null

/** What a rule is called in a case of this programme; its code when it is off. */
export function labelOfRule(groups: readonly RuleGroup[], code: string, programmeId: string): ReminderRule['label'] {
  const found = groups.map(group => ruleFor(group, code, programmeId)).find(rule => rule !== null)
  return found?.label ?? { fr: code, en: code }
}

/** The rule that a reminder comes from. */
export const ruleOf = (
  groups: readonly RuleGroup[],
  { rule, trigger, programmeId }: { rule: string; trigger: Trigger; programmeId: string | null },
): ReminderRule | null =>
  groups
    .filter(group => group.trigger === trigger)
    .map(group => ruleFor(group, rule, programmeId))
    .find(found => found !== null) ?? null
