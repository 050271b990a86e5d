import type { SQL } from 'drizzle-orm'
import type { Stop, Trigger, triggers } from './reminder-vocabulary.ts'

export type OperatorTrigger = { [T in Trigger]: (typeof triggers)[T]['where'] extends 'operator' ? T : never }[Trigger]
export type CaseTrigger = Exclude<Trigger, OperatorTrigger>

/** What a trigger selects, as parts of one query. Each table that it names is joined on its operator. */
export type Selection<T extends Trigger = Trigger> = {
  from: SQL
  where?: SQL
  subject: SQL
  anchor: SQL
  engineering?: SQL
  consultant?: SQL
  /** When the subject came into the product: what an import brought as history starts nothing. That of the case when absent. */
  bornAt?: SQL
  wave?: { state: SQL; writtenOn: SQL }
  /** The day on which the partner was asked for its answer. */
  partner?: SQL
  /** Of what belongs to the operator: the column that says so, and the name that people know it by. */
  owner?: SQL
  name?: SQL
  stops: Readonly<Record<(typeof triggers)[T]['stops'][number], SQL>>
}
/** One whose trigger is known only when it runs: it may lack the condition of another. */
export type AnySelection = Omit<Selection, 'stops'> & { stops: Readonly<Partial<Record<Stop, SQL>>> }
export type Selections<T extends Trigger> = { [K in T]: Selection<K> }
