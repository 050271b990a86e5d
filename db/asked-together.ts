import DataLoader from 'dataloader'
import type { TenantTx } from './tenant.ts'

/**
 * One statement for what steps that share a transaction ask, or write, in the same turn. `answer` is given all that was
 * asked, in its order, and answers each in the same order. Nothing is remembered: what is asked again is read again.
 */
export function askedTogether<K, V>(
  answer: (tx: TenantTx, operatorId: string, asked: readonly K[]) => Promise<readonly V[]>,
): (tx: TenantTx, operatorId: string, one: K) => Promise<V> {
  const loaders = new WeakMap<TenantTx, DataLoader<K, V>>()
  return (tx, operatorId, one) => {
    const known = loaders.get(tx) ?? new DataLoader<K, V>(asked => answer(tx, operatorId, asked), { cache: false })
    loaders.set(tx, known)
    return known.load(one)
  }
}

/** The rows in the order of the ids that were asked; null where there is none. */
export function inOrderOf<R extends { id: string }>(ids: readonly string[], rows: readonly R[]): (R | null)[] {
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.map(id => byId.get(id) ?? null)
}

/** The same for what is only written. */
export function writtenTogether<K>(
  write: (tx: TenantTx, operatorId: string, all: readonly K[]) => Promise<unknown>,
): (tx: TenantTx, operatorId: string, one: K) => Promise<void> {
  const writeOne = askedTogether<K, undefined>(async (tx, operatorId, all) => {
    await write(tx, operatorId, all)
    return all.map(() => undefined)
  })
  return (tx, operatorId, one) => writeOne(tx, operatorId, one)
}
