import { createHmac } from 'node:crypto'

/**
 * The run-time roles. None owns a table, none bypasses row-level security.
 * - web, worker: rows of the operator that the transaction was opened for
 * - relay: outbox rows and the due column of sends, of every operator, and nothing else
 * - identity: users and their credentials, no row of any operator
 */
export const runtimeRoles = ['web', 'worker', 'relay', 'identity'] as const
export type RuntimeRole = (typeof runtimeRoles)[number]

export const roleName = (role: RuntimeRole) => `sillage_${role}`

/** The address of a run-time role, from the owner's: same server and database, a password derived from the secret. */
export function roleUrl(ownerUrl: string, role: RuntimeRole, secret: string): string {
  const url = new URL(ownerUrl)
  url.username = roleName(role)
  url.password = rolePassword(role, secret)
  return url.href
}

export const rolePassword = (role: RuntimeRole, secret: string) =>
  createHmac('sha256', secret).update(`role:${role}`).digest('base64url')
