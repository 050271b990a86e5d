import { env } from '#app/env.server.ts'
import { withClient } from './connection.ts'
import type { TestOperator } from './operator.ts'

/** Makes an operator one of the demonstration, as its owner only can: no role of the product may. */
export async function inDemonstration(operator: TestOperator): Promise<void> {
  await withClient(env().DATABASE_URL ?? '', async client => {
    await client.query('update operators set demonstration = true where id = $1', [operator.id])
  })
}
