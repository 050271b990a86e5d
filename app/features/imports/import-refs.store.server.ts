import { and, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { bulkUpsert } from '#db/schema/bulk.ts'
import { importRefs } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ImportFile } from './folder.ts'
import type { KnownRef } from './settling.ts'

/**
 * One import of an operator at a time: the second waits for the first, however long it takes, and then finds its rows.
 * Statements keep their limit, waiting for the lock has none; the transaction may sit idle while a slow disk is read.
 *
 * PostgreSQL counts the rows of a new operator as none until the transaction ends, and would loop over all of them for
 * each row of a batch: minutes instead of seconds for ten thousand cases. Hash joins do not depend on that count.
 */
export async function holdImport(tx: TenantTx, operatorId: string): Promise<void> {
  await tx.execute(
    sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '120s', true)`,
  )
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import:${operatorId}`}, 0))`)
  await tx.execute(sql`select set_config('statement_timeout', '60s', true), set_config('enable_nestloop', 'off', true)`)
}

/** The files of which an earlier import remembers rows. */
export async function rememberedFiles(tx: TenantTx, operatorId: string): Promise<Set<string>> {
  const rows = await tx
    .selectDistinct({ file: importRefs.file })
    .from(importRefs)
    .where(eq(importRefs.operatorId, operatorId))
  return new Set(rows.map(row => row.file))
}

/** What these references of the file became in earlier imports. */
export async function knownRefs(
  tx: TenantTx,
  operatorId: string,
  file: ImportFile,
  refs: string[],
): Promise<Map<string, KnownRef>> {
  if (refs.length === 0) return new Map()
  const rows = await tx
    .select({ ref: importRefs.ref, subjectId: importRefs.subjectId, contentHash: importRefs.contentHash })
    .from(importRefs)
    .where(and(eq(importRefs.operatorId, operatorId), eq(importRefs.file, file), inArray(importRefs.ref, refs)))
  return new Map(rows.map(({ ref, ...known }) => [ref, known]))
}

export async function keepRefs(
  tx: TenantTx,
  operatorId: string,
  file: ImportFile,
  rows: (KnownRef & { ref: string })[],
): Promise<void> {
  if (rows.length === 0) return
  const written = rows.map(row => ({ operatorId, id: newId(), file, ...row }))
  await tx.execute(
    bulkUpsert(importRefs, written, { key: ['operatorId', 'file', 'ref'], replaced: ['subjectId', 'contentHash'] }),
  )
}
