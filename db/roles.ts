import { createHmac } from 'node:crypto'

/**
 * The run-time roles. None owns a table, none bypasses row-level security.
 * - web, worker: rows of the operator that the transaction was opened for
 * - relay: outbox rows and the due column of sends, of every operator, and nothing else
 * - identity: users and their credentials, no row of any operator
 */
export const runtimeRoles = ['web', 'worker', 'relay', 'identity'] as const
export type RuntimeRole = (typeof runtimeRoles)[number]

/** Jobs wait in tables of their own, in a schema of their own, reached by a role that reaches nothing else. */
export const queueSchema = 'queue'
type AnyRole = RuntimeRole | 'queue'
export const everyRole: readonly AnyRole[] = [...runtimeRoles, 'queue']

export const roleName = (role: AnyRole) => `sillage_${role}`

/** The address of a run-time role, from the owner's: same server and database, a password derived from the secret. */
export function roleUrl(ownerUrl: string, role: AnyRole, secret: string): string {
  const url = new URL(ownerUrl)
  url.username = roleName(role)
  url.password = rolePassword(role, secret)
  return url.href
}

export const rolePassword = (role: AnyRole, secret: string) =>
  createHmac('sha256', secret).update(`role:${role}`).digest('base64url')
