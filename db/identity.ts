import { type Database, database, transaction } from './client.ts'

declare const identityBrand: unique symbol

/** Users and their credentials, as the role that sees nothing else. Only this file makes one. */
export type IdentityTx = Pick<Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'execute'> & {
  readonly [identityBrand]: true
}

/** One reading, without the round trips of a transaction: it is on the way of every page. */
export function readIdentity<T>(fn: (tx: IdentityTx) => Promise<T>): Promise<T> {
  return fn(branded(database('identity')))
}

export function writeIdentity<T>(fn: (tx: IdentityTx) => Promise<T>): Promise<T> {
  return transaction('identity', 'write', plain => fn(branded(plain)))
}

const branded = (plain: Omit<IdentityTx, typeof identityBrand>): IdentityTx => plain as IdentityTx
